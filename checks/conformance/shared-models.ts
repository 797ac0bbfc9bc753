import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Beside,
  decode,
  type ModelOutcome,
  otherFormats,
  readFileContent,
  readModel,
  type Source,
  source,
  wantsOf,
} from "@sequitur/model";

/** A model of the shared samples, and the file that holds what it should do. */
export interface SharedModel {
  /** From the folder of the samples on, such as `tests/abs/test_abs.mdl`. */
  readonly path: string;
  /** Undefined where the samples hold none for it. */
  readonly expected: string | undefined;
}

const root = new URL("../../../shared/conformance/sdx/", import.meta.url);

/** Every model of the samples; none where they do not stand beside the repository. */
export function sharedModels(): readonly SharedModel[] {
  if (!existsSync(root)) return [];
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  const known = new Set(files);
  return files
    .filter((file) => /\.(?:mdl|xmile|stmx)$/u.test(file))
    .sort()
    .map((path) => ({ path, expected: expectedBeside(path, known) }));
}

/** Stella's own output for its own files, where there is one. */
function expectedBeside(path: string, known: ReadonlySet<string>): string | undefined {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const names = ["output.csv", "output.tab"];
  if (path.endsWith(".stmx")) names.unshift("output_stella.csv", "output_stella1006.csv");
  if (path.endsWith("model_to_generate_data.mdl")) names.unshift("data.tab");
  return names.map((name) => `${folder}/${name}`).find((file) => known.has(file));
}

export function sharedText(path: string): Source {
  return source(path, decode(readFileSync(join(root.pathname, path))));
}

/** A model of the samples, with the files that it names and `data` for its data variables. */
export async function sharedModel(path: string, data: readonly string[] = []): Promise<ModelOutcome> {
  const text = sharedText(path);
  return readModel(text, await besideShared(path, text, data));
}

/** The files that a model of the samples names, and `data` for its data variables. */
export async function besideShared(path: string, text: Source, data: readonly string[] = []): Promise<Beside> {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const names = wantsOf(text).files.flatMap((file) => [file, ...otherFormats(file)]);
  const there = names.filter((name) => existsSync(join(root.pathname, folder, name)));
  const contents = there.map((name) => readFileContent(name, readFileSync(join(root.pathname, folder, name))));
  return {
    files: new Map((await Promise.all(contents)).map((content, i) => [there[i]!, content])),
    dataSets: data.map((name) => sharedText(`${folder}/${name}`)),
  };
}
