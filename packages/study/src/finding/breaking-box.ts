import { chooseBox, primTrajectory } from "@sequitur/analysis";
import type { EvidenceBasis } from "./claim-evidence.ts";
import type { Box } from "./findings.ts";

/** The limits on a few uncertainties within which something fails most; null where no few of them tell. `holds` is 1 or 0 a future. */
export function breakingBox(
  { uncertainties, table }: Pick<EvidenceBasis, "uncertainties" | "table">,
  holds: Uint8Array,
): Box | null {
  const futures = { table, interest: holds.map((one) => 1 - one) };
  const box = chooseBox(futures, primTrajectory(futures));
  if (box === undefined) return null;
  const named = ({ input, low, high }: (typeof box.limits)[number]) => ({
    uncertainty: uncertainties[input]!.id,
    low,
    high,
  });
  return { ...box, limits: box.limits.map(named) };
}
