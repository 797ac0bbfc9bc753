import type { Range } from "../job.ts";

/** What of `whole` no range covers; rising. The ranges may overlap, in any order. */
export function missingFrom(whole: Range, ranges: readonly Range[]): readonly Range[] {
  const missing: Range[] = [];
  let reached = whole.first;
  for (const { first, end } of ranges.toSorted((a, b) => a.first - b.first)) {
    if (first > reached) missing.push({ first: reached, end: Math.min(first, whole.end) });
    reached = Math.max(reached, end);
    if (reached >= whole.end) return missing;
  }
  return [...missing, { first: reached, end: whole.end }];
}

/** Cuts ranges where a multiple of `size` is passed. */
export function cutRanges(ranges: readonly Range[], size: number): readonly Range[] {
  return ranges.flatMap(({ first, end }) => {
    const parts: Range[] = [];
    for (let at = first; at < end; ) {
      const next = Math.min(end, (Math.floor(at / size) + 1) * size);
      parts.push({ first: at, end: next });
      at = next;
    }
    return parts;
  });
}

/** How many futures ranges hold, that do not overlap. */
export function futuresIn(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0);
}
