import type { Pieces } from "../lookup/pieces.ts";

/** What never changes, as it will lie in memory. Everything begins at a multiple of 8 bytes. */
export class ConstantArea {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #lists = new Map<string, number>();
  readonly #records = new Map<Pieces, number>();

  get length(): number {
    return this.#length;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Doubles side by side; the offset of the first. */
  doubles(values: ArrayLike<number>): number {
    const offset = this.#reserve(values.length * 8);
    const view = new DataView(this.#bytes.buffer);
    for (let i = 0; i < values.length; i++) view.setFloat64(offset + i * 8, values[i]!, true);
    return offset;
  }

  /** Doubles, each twice side by side, at a multiple of 16 bytes; the offset of the first. */
  pairs(values: readonly number[]): number {
    this.#reserve(this.#length % 16);
    return this.doubles(values.flatMap((value) => [value, value]));
  }

  /** 32-bit integers side by side; the offset of the first. Equal lists are stored once. */
  integers(values: readonly number[]): number {
    const key = values.join();
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const offset = this.#reserve(values.length * 4);
    const view = new DataView(this.#bytes.buffer);
    for (const [i, value] of values.entries()) view.setInt32(offset + i * 4, value, true);
    this.#lists.set(key, offset);
    return offset;
  }

  /** A table, laid out as `tableRecord` says. */
  record(pieces: Pieces): number {
    const known = this.#records.get(pieces);
    if (known !== undefined) return known;
    const { breaks, x0, y0, slope, low, high } = pieces;
    const rows = x0.flatMap((x, i) => [x, y0[i]!, slope[i]!, 0]);
    const offset = this.doubles([breaks.length, low, high, 0, ...rows, ...breaks]);
    this.#records.set(pieces, offset);
    return offset;
  }

  #reserve(count: number): number {
    const offset = this.#length;
    this.#length += Math.ceil(count / 8) * 8;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return offset;
  }
}

/**
 * Where the parts of a table's record are, in bytes from its start: the number of breaks, the bounds of x, a row of 32 bytes
 * (x0, y0, slope) a piece, and after the rows the breaks.
 */
export const tableRecord = { breakCount: 0, low: 8, high: 16, rows: 32, rowBytes: 32 } as const;
