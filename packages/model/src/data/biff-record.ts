import { UnreadableFile } from "./unreadable-file.ts";

/** One record of an .xls stream: a kind, and its bytes. What a text spills over into further records is read by `TextReader`. */
export interface BiffRecord {
  readonly kind: number;
  readonly data: DataView;
  /** Where the next record begins. */
  readonly end: number;
}

/** The record at a place of the stream; undefined at its end. */
export function recordAt(stream: DataView, at: number): BiffRecord | undefined {
  if (at + 4 > stream.byteLength) return undefined;
  const [kind, length] = [stream.getUint16(at, true), stream.getUint16(at + 2, true)];
  if (at + 4 + length > stream.byteLength) throw new UnreadableFile("it is cut off");
  return { kind, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length), end: at + 4 + length };
}

const CONTINUE = 0x3c;

/** A record and those that go on with it. */
export function withContinuations(stream: DataView, record: BiffRecord): readonly DataView[] {
  const parts = [record.data];
  for (let next = recordAt(stream, record.end); next?.kind === CONTINUE; next = recordAt(stream, next.end))
    parts.push(next.data);
  return parts;
}

/**
 * Reads texts that may go on in the next part: [MS-XLS] 2.5.293. A text that is cut inside its letters begins again there with a byte
 * that says how wide they are.
 */
export class TextReader {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at: number;

  constructor(parts: readonly DataView[], at: number) {
    this.#parts = parts;
    this.#at = at;
  }

  /** A text with its length before it, how it is formatted, and how it is to be pronounced. */
  rich(): string {
    const length = this.#uint16();
    const flags = this.#uint8();
    const runs = flags & 8 ? this.#uint16() : 0;
    const more = flags & 4 ? this.#uint16() + 0x10000 * this.#uint16() : 0;
    const text = this.letters(length, flags);
    this.#skip(4 * runs + more);
    return text;
  }

  letters(length: number, flags: number): string {
    let wide = (flags & 1) === 1;
    const letters: string[] = [];
    while (letters.length < length) {
      if (this.#left() < (wide ? 2 : 1)) {
        this.#next();
        wide = (this.#uint8() & 1) === 1;
      } else letters.push(String.fromCharCode(wide ? this.#uint16() : this.#uint8()));
    }
    return letters.join("");
  }

  #left(): number {
    return (this.#parts[this.#part]?.byteLength ?? 0) - this.#at;
  }

  #next(): void {
    if (++this.#part >= this.#parts.length) throw new UnreadableFile("it is cut off");
    this.#at = 0;
  }

  #uint8(): number {
    while (this.#left() < 1) this.#next();
    return this.#parts[this.#part]!.getUint8(this.#at++);
  }

  #uint16(): number {
    return this.#uint8() + 0x100 * this.#uint8();
  }

  #skip(count: number): void {
    let left = count;
    while (left > this.#left()) {
      left -= this.#left();
      this.#next();
    }
    this.#at += left;
  }
}
