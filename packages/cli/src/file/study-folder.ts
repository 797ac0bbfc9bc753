import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { contentText, decode, readFileContent } from "@sequitur/model";
import { readStudy, type Study, spreadsheetsNamed, studyDiagnostics, valuesEnding } from "@sequitur/study";
import { exitCode, UsageError } from "../exit-code.ts";
import { modelWords, printDiagnostics } from "../terminal/diagnostics.ts";
import { cannotRead } from "./model-file.ts";

/** What can be found in a study, its model included. */
export const studyWords = { ...modelWords, ...studyDiagnostics };

/** What of a folder belongs to a study; all else (a cache, a picture) is not read. */
const studyFile = /\.(ya?ml|mdl|xmile|stmx|csv|tab|dat|xls[xm]?\.json)$/i;

/**
 * The files of a study by their path inside the folder, with "/" between, sorted: what `readStudy` takes and digests are
 * made of. A spreadsheet that a model names is there as its values. Throws a `UsageError` where there is no such folder.
 */
export async function readStudyFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  if (!(await isFolder(folder)))
    throw new UsageError(`"${folder}" is a file; a study is a folder with a study.yaml in it.`);
  const all = await filesUnder(folder, "");
  const paths = all.filter((path) => studyFile.test(path)).sort();
  if (!paths.includes("study.yaml")) throw new UsageError(`"${folder}" holds no study.yaml, so it is not a study.`);
  const texts = await Promise.all(paths.map(async (path) => decode(await readFile(join(folder, path)))));
  const files = new Map(paths.map((path, i) => [path, texts[i]!]));
  const values = await valuesIn(folder, all, spreadsheetsNamed(files));
  return values.length === 0 ? files : new Map([...files, ...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The values of those spreadsheets that are there, under the name that models give them or one that differs in case alone. */
async function valuesIn(
  folder: string,
  all: readonly string[],
  named: readonly string[],
): Promise<readonly (readonly [path: string, text: string])[]> {
  const wanted = new Set(named.map((path) => path.toLowerCase()));
  const found = all.filter((path) => wanted.has(path.toLowerCase()));
  return Promise.all(
    found.map(async (path): Promise<readonly [string, string]> => {
      const content = await readFileContent(path, await readFile(join(folder, path)));
      return [`${path}${valuesEnding}`, contentText(content)];
    }),
  );
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}

/** The study of a folder, or undefined when its files have errors: then they are printed and the exit code is set. */
export async function openStudy(files: ReadonlyMap<string, string>): Promise<Study | undefined> {
  const { value, diagnostics } = readStudy(files);
  printDiagnostics(
    diagnostics.filter(({ severity }) => severity === "error"),
    studyWords,
  );
  if (value === undefined) process.exitCode = exitCode.failed;
  return value;
}

async function filesUnder(folder: string, inside: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  const nested = await Promise.all(
    visible.map(async (entry) => {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(folder, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat();
}
