import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import {
  type Beside,
  decode,
  type FileContent,
  otherFormats,
  readFileContent,
  type Source,
  source,
  wantsOf,
} from "@sequitur/model";
import { UsageError } from "../exit-code.ts";
import { cannotRead } from "./model-file.ts";

/**
 * What stands beside a model: the files that its text names, and the data sets for its data variables. Those are a file of the model's own
 * name, where one lies beside it, and then the ones that are given, of which the last counts.
 */
export async function besideModel(path: string, text: Source, data: readonly string[]): Promise<Beside> {
  const { files, dataSets } = wantsOf(text);
  const contents = new Map<string, FileContent>();
  for (const name of files.flatMap((file) => [file, ...otherFormats(file)])) {
    const place = await fileAt(resolve(dirname(path), name.replaceAll("\\", "/")));
    if (place !== undefined) contents.set(name, await readFileContent(name, await readFile(place)));
  }
  const own = dataSets ? await ownDataSets(path) : [];
  return { files: contents, dataSets: await Promise.all([...own, ...data].map(readDataFile)) };
}

async function ownDataSets(path: string): Promise<readonly string[]> {
  const stem = join(dirname(path), basename(path, extname(path)));
  const found = await Promise.all([".csv", ".tab", ".dat"].map((ending) => fileAt(stem + ending)));
  return found.filter((place) => place !== undefined);
}

/** A file that is there, under this name or one that differs in case alone, which counts for nothing where Vensim runs. */
async function fileAt(path: string): Promise<string | undefined> {
  if (await isFile(path)) return path;
  const names = await readdir(dirname(path)).catch(() => []);
  const name = names.find((each) => each.toLowerCase() === basename(path).toLowerCase());
  const other = name === undefined ? undefined : join(dirname(path), name);
  return other !== undefined && (await isFile(other)) ? other : undefined;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** A text file with series; a `UsageError` where it is not there. */
export async function readDataFile(path: string): Promise<Source> {
  try {
    return source(path, decode(await readFile(path)));
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
