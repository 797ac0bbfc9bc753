import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Folder } from "@sequitur/ensemble";

/** A folder of a disk. It is made when something is written into it; before that, there is nothing in it. */
export function diskFolder(path: string): Folder {
  let drafts = 0;
  return {
    names: async () => (await namesIn(path)).filter((name) => !name.startsWith(".")),
    read: async (name) => new Uint8Array(await readFile(join(path, name))),
    slice: (name, offset, length) => slice(join(path, name), offset, length),
    async write(name, bytes) {
      const draft = join(path, `.${name}.${process.pid}.${drafts++}`);
      await mkdir(path, { recursive: true });
      await writeFile(draft, bytes);
      await rename(draft, join(path, name));
    },
    remove: (name) => rm(join(path, name), { force: true }),
  };
}

/** Several folders as one: what is written goes into the first. A file of one name is taken to be the same in each. */
export function joinedFolders(folders: readonly [Folder, ...Folder[]]): Folder {
  const places = new Map<string, Folder>();
  const holding = (name: string) => places.get(name) ?? folders[0];
  return {
    async names() {
      for (const folder of folders) for (const name of await folder.names()) places.set(name, folder);
      return [...places.keys()];
    },
    read: (name) => holding(name).read(name),
    slice: (name, offset, length) => holding(name).slice(name, offset, length),
    async write(name, bytes) {
      await folders[0].write(name, bytes);
      places.set(name, folders[0]);
    },
    remove: (name) => holding(name).remove(name),
  };
}

export async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function slice(path: string, offset: number, length: number): Promise<ArrayBuffer> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    if (bytesRead < length) throw new Error(`"${path}" became shorter while it was read.`);
    return bytes.buffer;
  } finally {
    await file.close();
  }
}
