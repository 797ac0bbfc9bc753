/** Where files are kept: a folder of a disk, or anything like one. */
export interface Folder {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Some bytes of a file, as many as `length` says. */
  slice(name: string, offset: number, length: number): Promise<ArrayBuffer>;
  /** Writes a file whole or not at all: nobody ever sees half of it. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A folder in memory, which is gone with it: for a page, and where nothing is to be kept. */
export function memoryFolder(): Folder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const read = (name: string) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`There is no file "${name}".`);
    return bytes;
  };
  return {
    names: async () => [...files.keys()],
    read: async (name) => read(name),
    slice: async (name, offset, length) => read(name).slice(offset, offset + length).buffer,
    write: async (name, bytes) => void files.set(name, bytes.slice()),
    remove: async (name) => void files.delete(name),
  };
}
