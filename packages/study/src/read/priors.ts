import { priorFault } from "../prior/prior-fault.ts";
import { groundsOf } from "./grounds.ts";
import type { Reading } from "./reading.ts";
import { distributionOf } from "./spread.ts";
import type { NamedPrior, Study } from "./study.ts";

/** What others think of some uncertainties. A spread that cannot be weighed is left out, and reported. */
export function priorsOf(
  reading: Reading,
  drawn: Pick<Study, "uncertainties" | "correlations">,
): readonly NamedPrior[] {
  const { file, data } = reading.study;
  return Object.entries(data.priors).map(([id, { label, says, spreads, ...grounds }]) => {
    const at = { file, path: ["priors", id] };
    const read = Object.entries(spreads).flatMap(([uncertainty, yaml]) => {
      const spread = distributionOf(yaml);
      const fault = priorFault(drawn, uncertainty, spread, { file, path: [...at.path, "spreads", uncertainty] });
      if (fault === undefined) return [{ uncertainty, spread }];
      reading.found.push(fault);
      return [];
    });
    return { id, label, says, spreads: read, ...groundsOf(reading, grounds, at) };
  });
}
