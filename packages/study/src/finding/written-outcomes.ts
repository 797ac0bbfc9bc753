import type { Outcomes } from "./outcomes.ts";

/**
 * Outcomes as a page is given them: a bit says whether a claim holds in a future, and a byte which of at most 256 equal parts of all
 * futures its margin falls into, so that a study of 16,384 futures and forty claims takes less than a megabyte.
 */
export interface WrittenOutcomes {
  /** Digest of the findings that they belong to. */
  readonly findings: string;
  readonly futures: number;
  /** A bit for each future run: whether it was examined. Bits and bytes stand in base64; the first bit is the lowest of its byte. */
  readonly examined: string;
  readonly claims: readonly WrittenClaim[];
}

interface WrittenClaim {
  readonly id: string;
  readonly holds: string;
  /** The middle margin of each part, rising; and the part of each future. */
  readonly levels: readonly number[];
  readonly margin: string;
}

/** Outcomes that were read back: each margin is the middle one of its part. */
export interface ReadOutcomes extends Outcomes {
  readonly findings: string;
}

const mostLevels = 256;

export function writeOutcomes({ futures, rows, claims }: Outcomes, findings: string): WrittenOutcomes {
  const examined = new Uint8Array(futures);
  for (const row of rows) examined[row] = 1;
  return {
    findings,
    futures,
    examined: textOfBytes(packed(examined)),
    claims: claims.map(({ id, holds, margin }) => ({ id, holds: textOfBytes(packed(holds)), ...levelled(margin) })),
  };
}

export function readOutcomes({ findings, futures, examined, claims }: WrittenOutcomes): ReadOutcomes {
  const isExamined = unpacked(bytesOfText(examined), futures);
  const rows = Uint32Array.from({ length: futures }, (_, row) => row).filter((row) => isExamined[row] === 1);
  const read = claims.map(({ id, holds, levels, margin }) => ({
    id,
    holds: unpacked(bytesOfText(holds), rows.length),
    margin: Float64Array.from(bytesOfText(margin), (level) => levels[level]!),
  }));
  return { findings, futures, rows, claims: read };
}

function levelled(margin: Float64Array): Pick<WrittenClaim, "levels" | "margin"> {
  const size = margin.length;
  const count = Math.min(mostLevels, size);
  const order = Uint32Array.from(margin.keys()).sort((a, b) => margin[a]! - margin[b]! || a - b);
  const part = new Uint8Array(size);
  for (const [rank, row] of order.entries()) part[row] = Math.floor((rank * count) / size);
  const levels = Array.from(
    { length: count },
    (_, level) => margin[order[Math.floor(((level + 0.5) * size) / count)]!]!,
  );
  return { levels, margin: textOfBytes(part) };
}

function packed(bits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (let i = 0; i < bits.length; i++) bytes[i >> 3]! |= bits[i]! << (i & 7);
  return bytes;
}

function unpacked(bytes: Uint8Array, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (bytes[i >> 3]! >> (i & 7)) & 1);
}

function textOfBytes(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
