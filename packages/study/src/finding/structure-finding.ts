import { shareOf } from "@sequitur/analysis";
import { verdictOf } from "../claim/verdict.ts";
import type { Rival } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { StructureFinding } from "./findings.ts";

type Within = StructureFinding["rivals"][number];

/**
 * The verdict within each rival structure, for every uncertainty that chooses between some.
 * @param holds         1 where the claim holds, else 0; shape [future]
 * @param driverWithin  what drives the claim's measure within a rival model
 */
export function structureFindings(
  { study, splitting }: Pick<Examination, "study" | "splitting">,
  holds: Uint8Array,
  driverWithin: (rival: string) => Within["driver"],
): readonly StructureFinding[] {
  return study.uncertainties.flatMap(({ id, rivals }, input) => {
    if (rivals.length === 0) return [];
    const isModel = input === study.rivalModels?.chosenBy;
    const within = rivals.flatMap((rival) => {
      const driver = isModel ? driverWithin(rival.id) : null;
      return verdictWithin(rival, splitting.get(input)!, holds).map((one) => ({ ...one, driver }));
    });
    const shares = within.map(({ share }) => share);
    return [{ uncertainty: id, rivals: within, decides: Math.max(...shares) >= 0.6 && Math.min(...shares) <= 0.4 }];
  });
}

/** Whether the share differs enough between structures, by 5 points, to be worth a line. */
export function isTold({ rivals }: StructureFinding): boolean {
  const shares = rivals.map(({ share }) => share);
  return Math.max(...shares) - Math.min(...shares) >= 0.05;
}

function verdictWithin(
  { id, value }: Rival,
  column: Float64Array,
  holds: Uint8Array,
): readonly Omit<Within, "driver">[] {
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
