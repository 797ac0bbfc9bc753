import type { Distribution } from "@sequitur/ensemble";
import type { Outcome, Source } from "@sequitur/model";
import { distributionOf } from "../read/spread.ts";
import type { Study } from "../read/study.ts";
import { readYaml } from "../read/yaml-file.ts";
import { priorSchema } from "../schema/prior.ts";
import { checkShape } from "../schema/shape.ts";
import { priorFault } from "./prior-fault.ts";

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
    const fault = priorFault(study, id, spread, { file, path: ["prior", id] });
    if (fault === undefined) prior.set(id, spread);
    else diagnostics.push(fault);
  }
  const isRight = diagnostics.every(({ severity }) => severity !== "error");
  return { value: isRight ? prior : undefined, diagnostics };
}
