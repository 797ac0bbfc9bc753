import { type Beside, type FileContent, type Source, source, wantsOf } from "@sequitur/model";

/**
 * What of a study's files stands beside one of its models: those that the model's text names, seen from its folder, and data sets of the
 * model's own name. A study is a folder of text, so a spreadsheet is not among them.
 */
export function besideModel(files: ReadonlyMap<string, string>, model: Source): Beside {
  const { files: wanted, dataSets } = wantsOf(model);
  const folder = model.file.slice(0, model.file.lastIndexOf("/") + 1);
  const found = wanted.flatMap((name): readonly [string, FileContent][] => {
    const text = files.get(pathFrom(folder, name));
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

function pathFrom(folder: string, name: string): string {
  const path: string[] = [];
  for (const step of `${folder}${name}`.split(/[\\/]/u)) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
