import { UnreadableFile } from "./unreadable-file.ts";

/** The marks of a sector that is no link to another: [MS-CFB] 2.1. */
const MOST_SECTOR = 0xfffffffa;
const ENTRY = 128;

/**
 * A stream inside a compound file, which is a small file system: chains of sectors, linked by a table, and a directory. Source: [MS-CFB].
 * The size that a stream states bounds what is read of it, and the file's own length bounds every chain.
 */
export function streamOf(file: DataView, names: readonly string[]): DataView | undefined {
  const sectors = new Sectors(file);
  const directory = sectors.chain(file.getUint32(48, true));
  const entries = Array.from({ length: Math.floor(directory.byteLength / ENTRY) }, (_, i) =>
    entryAt(directory, i * ENTRY),
  );
  const found = entries.find(({ name, type }) => type === 2 && names.includes(name));
  const root = entries.find(({ type }) => type === 5);
  if (found === undefined || root === undefined) return undefined;
  const isMini = found.size < file.getUint32(56, true);
  const whole = isMini
    ? sectors.miniChain(found.start, file.getUint32(60, true), sectors.chain(root.start))
    : sectors.chain(found.start);
  return new DataView(whole.buffer, 0, Math.min(found.size, whole.byteLength));
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

function entryAt(directory: DataView, at: number): Entry {
  const length = Math.min(32, Math.max(0, directory.getUint16(at + 64, true) / 2 - 1));
  const name = Array.from({ length }, (_, i) => String.fromCharCode(directory.getUint16(at + 2 * i, true))).join("");
  const [type, start] = [directory.getUint8(at + 66), directory.getUint32(at + 116, true)];
  return { name, type, start, size: directory.getUint32(at + 120, true) };
}

class Sectors {
  readonly #file: DataView;
  readonly #size: number;
  /** For each sector the one that follows it. */
  readonly #next: DataView;

  constructor(file: DataView) {
    this.#file = file;
    const shift = file.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new UnreadableFile("it is damaged");
    this.#size = 2 ** shift;
    this.#next = this.#joined(this.#tableSectors());
  }

  /** The bytes of the sectors that follow each other from one on. */
  chain(first: number): DataView {
    return this.#joined(this.#linked(first, this.#next));
  }

  /** The same in the stream of small sectors of 64 bytes, which have a table of their own. */
  miniChain(first: number, firstOfTable: number, container: DataView): DataView {
    const places = this.#linked(first, this.chain(firstOfTable));
    return joined(container, places, 64);
  }

  #linked(first: number, next: DataView): readonly number[] {
    const most = next.byteLength / 4;
    const sectors: number[] = [];
    for (let sector = first; sector < MOST_SECTOR; sector = next.getUint32(sector * 4, true)) {
      // A chain that is longer than the table goes in a circle.
      if (sectors.push(sector) > most) throw new UnreadableFile("its sectors go in a circle");
    }
    return sectors;
  }

  /** Where the table itself stands: 109 sectors in the header, further ones in a chain of lists. */
  #tableSectors(): readonly number[] {
    const inHeader = Array.from({ length: 109 }, (_, i) => this.#file.getUint32(76 + 4 * i, true));
    const sectors = inHeader.filter((sector) => sector < MOST_SECTOR);
    const each = this.#size / 4 - 1;
    let lists = 0;
    for (let list = this.#file.getUint32(68, true); list < MOST_SECTOR; ) {
      if (++lists * this.#size > this.#file.byteLength) throw new UnreadableFile("its sectors go in a circle");
      const start = this.#startOf(list);
      for (let i = 0; i < each; i++) {
        const sector = this.#file.getUint32(start + 4 * i, true);
        if (sector < MOST_SECTOR) sectors.push(sector);
      }
      list = this.#file.getUint32(start + 4 * each, true);
    }
    return sectors;
  }

  #startOf(sector: number): number {
    return (sector + 1) * this.#size;
  }

  #joined(sectors: readonly number[]): DataView {
    // The sectors are counted from after the header, which is as long as one.
    return joined(
      this.#file,
      sectors.map((sector) => sector + 1),
      this.#size,
    );
  }
}

/** Pieces of equal length, one after the other; a last one may be cut short by the end of what they are taken from. */
function joined(from: DataView, pieces: readonly number[], size: number): DataView {
  const most = Math.ceil(from.byteLength / size);
  if (pieces.length > most) throw new UnreadableFile("it is damaged");
  const whole = new Uint8Array(pieces.length * size);
  for (const [i, piece] of pieces.entries()) {
    const start = piece * size;
    if (start >= from.byteLength) throw new UnreadableFile("it is cut off");
    const length = Math.min(size, from.byteLength - start);
    whole.set(new Uint8Array(from.buffer, from.byteOffset + start, length), i * size);
  }
  return new DataView(whole.buffer);
}
