import { checkDistribution, type Distribution, openDensity } from "@sequitur/ensemble";
import type { Diagnostic, Outcome, Source } from "@sequitur/model";
import { nearestName } from "@sequitur/model";
import { report } from "../read/diagnostics.ts";
import { distributionOf } from "../read/spread.ts";
import type { Study } from "../read/study.ts";
import { keySpan, type Part, readYaml } from "../read/yaml-file.ts";
import { priorSchema } from "../schema/prior.ts";
import { checkShape } from "../schema/shape.ts";

/** Another spread for some uncertainties of a study, by id. */
export type Prior = ReadonlyMap<string, Distribution>;

/** Reads a prior: a YAML file with `prior`, in which each uncertainty that it names has a spread as in study.yaml. */
export function readPrior(source: Source, study: Study): Outcome<Prior | undefined> {
  const { value: file, diagnostics: faults } = readYaml(source);
  if (file.data === undefined) return { value: undefined, diagnostics: faults };
  const shape = checkShape(priorSchema, file);
  const diagnostics = [...faults, ...shape.diagnostics];
  if (shape.value === undefined) return { value: undefined, diagnostics };
  const prior = new Map<string, Distribution>();
  for (const [id, yaml] of Object.entries(shape.value.prior)) {
    const spread = distributionOf(yaml);
    const fault = faultOf(study, id, spread, { file, path: ["prior", id] });
    if (fault === undefined) prior.set(id, spread);
    else diagnostics.push(fault);
  }
  const isRight = diagnostics.every(({ severity }) => severity !== "error");
  return { value: isRight ? prior : undefined, diagnostics };
}

function faultOf(study: Study, id: string, spread: Distribution, at: Part): Diagnostic | undefined {
  const own = study.uncertainties.find((one) => one.id === id);
  const known = study.uncertainties.map((one) => one.id);
  if (own === undefined)
    return report("unknown-id", keySpan(at), { what: "uncertainty", name: id, near: nearestName(id, known), known });
  const wrong = checkDistribution(spread);
  if (wrong !== undefined) return report("bad-spread", keySpan(at), { problem: wrong.says, cure: wrong.mend });
  const reason = unweighable(study, id, own.spread, spread);
  return reason === undefined ? undefined : report("bad-spread", keySpan(at), reason);
}

/** Futures can be weighed only by the ratio of two densities, or of two shares, each uncertainty by itself. */
function unweighable({ correlations }: Study, id: string, own: Distribution, wanted: Distribution) {
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
