import { shareOf } from "@sequitur/analysis";
import { verdictOf } from "../claim/verdict.ts";
import type { Rival } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { StructureFinding } from "./findings.ts";

/**
 * The verdict within each rival structure, for every uncertainty that chooses between some.
 * @param holds  1 where the claim holds, else 0; shape [future]
 */
export function structureFindings({ study, table }: Examination, holds: Uint8Array): readonly StructureFinding[] {
  return study.uncertainties.flatMap(({ id, rivals }, input) => {
    if (rivals.length === 0) return [];
    const within = rivals.flatMap((rival) => verdictWithin(rival, table.columns[input]!, holds));
    const shares = within.map(({ share }) => share);
    return [{ uncertainty: id, rivals: within, decides: Math.max(...shares) >= 0.6 && Math.min(...shares) <= 0.4 }];
  });
}

/** Whether the share differs enough between structures, by 5 points, to be worth a line. */
export function isTold({ rivals }: StructureFinding): boolean {
  const shares = rivals.map(({ share }) => share);
  return Math.max(...shares) - Math.min(...shares) >= 0.05;
}

function verdictWithin({ id, value }: Rival, column: Float64Array, holds: Uint8Array): StructureFinding["rivals"] {
  let [futures, holding] = [0, 0];
  for (let i = 0; i < column.length; i++)
    if (column[i] === value) {
      futures++;
      holding += holds[i]!;
    }
  if (futures === 0) return [];
  const { share, low, high } = shareOf(holding, futures);
  return [{ rival: id, futures, verdict: verdictOf(holding, futures), share, interval: [low, high] }];
}
