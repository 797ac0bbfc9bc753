import { decode, type FileContent, otherFormats, readFileContent, source, wantsOf } from "@sequitur/model";
import type { WrittenModel } from "../session/content.ts";

/** What of a file that someone chose is needed here. */
type Chosen = Pick<File, "name" | "arrayBuffer">;

const model = /\.(?:mdl|xmile|stmx|itmx|xml)$/iu;
const dataSet = /\.(?:csv|tab|dat)$/iu;

/**
 * The model among some files, and the others beside it: those that its text names, found by their names alone, since a page is told no
 * folders; and where it has data variables without an equation, data sets for them. Where no name is a model's, the first file is one.
 */
export async function droppedModel(files: readonly Chosen[]): Promise<WrittenModel | undefined> {
  const own = files.find(({ name }) => model.test(name)) ?? files[0];
  if (own === undefined) return undefined;
  const text = decode(await bytesOf(own));
  const wanted = wantsOf(source(own.name, text));
  const others = new Map(files.filter((file) => file !== own).map((file) => [file.name.toLowerCase(), file]));
  const named: [string, FileContent][] = [];
  for (const name of wanted.files.flatMap((file) => [file, ...otherFormats(file)])) {
    const file = others.get(lastStep(name));
    if (file !== undefined) named.push([name, await readFileContent(name, await bytesOf(file))]);
  }
  const sets = wanted.dataSets ? [...others.values()].filter(({ name }) => dataSet.test(name)) : [];
  const dataSets = await Promise.all(sets.map(async (file) => source(file.name, decode(await bytesOf(file)))));
  return { file: own.name, text, beside: { files: new Map(named), dataSets } };
}

async function bytesOf(file: Chosen): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function lastStep(path: string): string {
  return path.replace(/^.*[\\/]/u, "").toLowerCase();
}
