import { claimBenefits, informationValues, perfectInformationValue } from "@sequitur/analysis";
import type { EvidenceBasis } from "./claim-evidence.ts";
import type { InformationFinding } from "./findings.ts";

/** Futures that it rests on at most: beyond these it would be told no better. */
export const futuresToldBy = 16_384;

/**
 * What would settle a claim: for each uncertainty, in how many more futures one would be right in saying that the claim holds, or
 * that it does not, if that one number were known first. Null where the claim holds in all examined futures, or in none: there is
 * nothing to settle.
 * @param holds  1 where the claim holds, else 0; shape [future]
 */
export function informationFinding(
  { uncertainties, split }: Pick<EvidenceBasis, "uncertainties" | "split">,
  holds: Uint8Array,
): InformationFinding | null {
  const benefits = claimBenefits(holds.subarray(0, futuresToldBy));
  const perfect = perfectInformationValue(benefits);
  if (perfect === 0) return null;
  return {
    perfect,
    ranked: informationValues(split, benefits).map(({ input, value, low, high, told }) => ({
      uncertainty: uncertainties[input]!.id,
      value,
      low,
      high,
      told,
    })),
  };
}
