import { claimBenefits, informationValues, perfectInformationValue } from "@sequitur/analysis";
import type { Examination } from "./examination.ts";
import type { InformationFinding } from "./findings.ts";

/** Futures that it rests on at most: beyond these it would be told no better, and every input is sorted for every claim. */
const futuresAtMost = 16_384;

/**
 * What would settle a claim: for each uncertainty, in how many more futures one would be right in saying that the claim holds, or
 * that it does not, if that one number were known first. Null where the claim holds in all examined futures, or in none: there is
 * nothing to settle.
 * @param holds  1 where the claim holds, else 0; shape [future]
 */
export function informationFinding({ study, table }: Examination, holds: Uint8Array): InformationFinding | null {
  const benefits = claimBenefits(holds.subarray(0, futuresAtMost));
  const perfect = perfectInformationValue(benefits);
  if (perfect === 0) return null;
  const columns = table.columns.map((column) => column.subarray(0, futuresAtMost));
  return {
    perfect,
    ranked: informationValues(columns, benefits).map(({ input, value, low, high, told }) => ({
      uncertainty: study.uncertainties[input]!.id,
      value,
      low,
      high,
      told,
    })),
  };
}
