import {
  type Beside,
  contentOfText,
  type FileContent,
  otherFormats,
  type Source,
  source,
  wantsOf,
} from "@sequitur/model";

/**
 * What of a study's files stands beside one of its models: those that the model's text names, seen from its folder, and data sets of the
 * model's own name. A study is a folder of text; a spreadsheet is among its files as `PATH.json`, which holds its values (`contentText`).
 */
export function besideModel(files: ReadonlyMap<string, string>, model: Source): Beside {
  const { files: wanted, dataSets } = wantsOf(model);
  const find = finder(files);
  const found = wanted.flatMap(inEachFormat).flatMap((name): readonly [string, FileContent][] => {
    const path = pathFrom(folderOf(model), name);
    const values = find(`${path}${valuesEnding}`);
    if (values !== undefined) return [[name, contentOfText(values)]];
    const text = isSpreadsheet(name) ? undefined : find(path);
    return text === undefined ? [] : [[name, { kind: "text", text }]];
  });
  const stem = model.file.replace(/\.[^./]*$/u, "");
  const own = dataSets ? [".csv", ".tab", ".dat"].map((ending) => stem + ending) : [];
  return {
    files: new Map(found),
    dataSets: own.flatMap((path) => {
      const text = files.get(path);
      return text === undefined ? [] : [source(path, text)];
    }),
  };
}

/** The spreadsheets that the models among some files name, by their paths in the study, in each format that they may have been saved in. */
export function spreadsheetsNamed(files: ReadonlyMap<string, string>): readonly string[] {
  const models = [...files].filter(([path]) => /\.mdl$/iu.test(path)).map(([path, text]) => source(path, text));
  const paths = models.flatMap((model) =>
    wantsOf(model)
      .files.flatMap(inEachFormat)
      .filter(isSpreadsheet)
      .map((name) => pathFrom(folderOf(model), name)),
  );
  return [...new Set(paths)];
}

/** What follows the path of a spreadsheet where its values stand as text. */
export const valuesEnding = ".json";

const inEachFormat = (name: string): readonly string[] => [name, ...otherFormats(name)];
const isSpreadsheet = (name: string): boolean => /\.(?:xlsx?|xlsm)$/iu.test(name);
const folderOf = (model: Source): string => model.file.slice(0, model.file.lastIndexOf("/") + 1);

/** Finds files whatever the case of their names, which counts for nothing where Vensim runs. */
function finder(files: ReadonlyMap<string, string>): (path: string) => string | undefined {
  const inLowerCase = new Map([...files].map(([path, text]) => [path.toLowerCase(), text]));
  return (path) => files.get(path) ?? inLowerCase.get(path.toLowerCase());
}

function pathFrom(folder: string, name: string): string {
  const path: string[] = [];
  for (const step of `${folder}${name}`.split(/[\\/]/u)) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
