import { tippingValue } from "@sequitur/analysis";
import type { EvidenceBasis } from "./claim-evidence.ts";
import type { Hinge, TippingFinding } from "./findings.ts";

/** Futures that a tipping value rests on at most, and how often they are drawn anew for its interval. */
const futuresAtMost = 4096;
const redraws = 100;

/** How many draws that takes. */
export const tippingDraws = futuresAtMost * redraws;

/**
 * Where along the input that a claim hinges on most the claim turns from failing in most futures to holding in most; null where
 * that is a choice between structures, where the share does not cross one half, or not at one place.
 */
export function tippingOf(
  { uncertainties, table, uniform }: EvidenceBasis,
  hinges: readonly Hinge[],
  holds: Uint8Array,
): TippingFinding | null {
  const input = uncertainties.findIndex(({ id }) => id === hinges.find(({ named }) => named)?.uncertainty);
  const uncertainty = uncertainties[input];
  if (uncertainty === undefined || uncertainty.spread.kind === "categorical") return null;
  const column = table.columns[input]!.subarray(0, futuresAtMost);
  const tipping = tippingValue(column, holds.subarray(0, futuresAtMost), { uniform, resamples: redraws });
  if (tipping.kind !== "tips") return null;
  const { value, low, high, holds: side } = tipping;
  return { uncertainty: uncertainty.id, value, low, high, holds: side };
}
