import { checkDistribution, type Distribution, openDensity } from "@sequitur/ensemble";
import { type Diagnostic, nearestName } from "@sequitur/model";
import { report } from "../read/diagnostics.ts";
import type { Study } from "../read/study.ts";
import { keySpan, type Part } from "../read/yaml-file.ts";

type Drawn = Pick<Study, "uncertainties" | "correlations">;

/** Why the futures of a study cannot be weighed by another spread of an uncertainty, if they cannot. */
export function priorFault(drawn: Drawn, id: string, spread: Distribution, at: Part): Diagnostic | undefined {
  const own = drawn.uncertainties.find((one) => one.id === id);
  const known = drawn.uncertainties.map((one) => one.id);
  if (own === undefined)
    return report("unknown-id", keySpan(at), { what: "uncertainty", name: id, near: nearestName(id, known), known });
  const wrong = checkDistribution(spread);
  if (wrong !== undefined) return report("bad-spread", keySpan(at), { problem: wrong.says, cure: wrong.mend });
  const reason = unweighable(drawn, id, own.spread, spread);
  return reason === undefined ? undefined : report("bad-spread", keySpan(at), reason);
}

/** Why futures cannot be weighed by this spread: only the ratio of two densities, or of two shares, weighs, each uncertainty by itself. */
export function unweighable(
  { correlations }: Pick<Drawn, "correlations">,
  id: string,
  own: Distribution,
  wanted: Distribution,
) {
  const densities = [openDensity(own)?.kind, openDensity(wanted)?.kind];
  if (densities[0] === undefined || densities[0] !== densities[1])
    return {
      problem: "The study's spread and this one are not both densities, nor both shares of single values.",
      cure: "Give a spread of the kind that study.yaml has.",
    };
  if (correlations.some(({ between }) => between.includes(id)))
    return {
      problem: "This uncertainty goes together with another one, so it has no weight of its own.",
      cure: "Change its spread in a copy of study.yaml, and run that.",
    };
  return undefined;
}
