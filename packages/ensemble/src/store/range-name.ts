import type { Range } from "../job.ts";

/** What a finished range's file is called: its first and last future, and the digest of its bytes, so that it vouches for itself. */
export interface RangeName {
  readonly range: Range;
  /** The first 16 hexadecimal digits of the SHA-256 of the file. */
  readonly digest: string;
}

const digits = 10;
const digestDigits = 16;

export function rangeName({ first, end }: Range, digest: string): string {
  const padded = (future: number) => String(future).padStart(digits, "0");
  return `${padded(first)}-${padded(end - 1)}.${digest.slice(0, digestDigits)}.parquet`;
}

/** Undefined where a file is called otherwise. */
export function parseRangeName(name: string): RangeName | undefined {
  const [, first, last, digest] = /^(\d{10})-(\d{10})\.([0-9a-f]{16})\.parquet$/.exec(name) ?? [];
  if (first === undefined || last === undefined || digest === undefined) return undefined;
  return { range: { first: Number(first), end: Number(last) + 1 }, digest };
}
