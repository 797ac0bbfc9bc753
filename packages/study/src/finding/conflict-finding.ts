import { shareOf } from "@sequitur/analysis";
import { verdictOf } from "../claim/verdict.ts";
import type { ConflictSide } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { ConflictFinding } from "./findings.ts";

/**
 * The verdict within the part of the futures that each of two sources would have, for every uncertainty on which sources conflict.
 * @param holds  1 where the claim holds, else 0; shape [future]
 */
export function conflictFindings({ study, splitting }: Examination, holds: Uint8Array): readonly ConflictFinding[] {
  return study.uncertainties.flatMap(({ id, conflict }, input) => {
    if (conflict.length === 0) return [];
    const sides = conflict.flatMap((side, at) => verdictBySide(side, at, splitting.get(input)!, holds));
    const shares = sides.map(({ share }) => share);
    return [{ uncertainty: id, sides, decides: Math.max(...shares) >= 0.6 && Math.min(...shares) <= 0.4 }];
  });
}

/** Shares nearer than this are the same verdict, though a word may change between them. */
const leastApart = 0.1;

/** Whether the verdict turns on which source is right: other words, intervals that do not meet, and ten points between the shares. */
export function turnsOnSource({ sides }: ConflictFinding): boolean {
  return sides.some((a) =>
    sides.some((b) => a.verdict !== b.verdict && a.interval[1] < b.interval[0] && b.share - a.share >= leastApart),
  );
}

function verdictBySide(
  { low, high }: ConflictSide,
  side: number,
  column: Float64Array,
  holds: Uint8Array,
): ConflictFinding["sides"] {
  let [futures, holding] = [0, 0];
  for (const [i, value] of column.entries())
    if (value >= low && value <= high) {
      futures++;
      holding += holds[i]!;
    }
  if (futures === 0) return [];
  const { share, low: from, high: to } = shareOf(holding, futures);
  return [{ side, futures, verdict: verdictOf(holding, futures), share, interval: [from, to] }];
}
