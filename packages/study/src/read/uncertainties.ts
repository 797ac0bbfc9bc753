import { checkCorrelations, checkDistribution, distributionEnds } from "@sequitur/ensemble";
import { hasVariable } from "./added-constant.ts";
import { conflictOf } from "./conflict.ts";
import { report } from "./diagnostics.ts";
import { groundsOf } from "./grounds.ts";
import { checkModelValue } from "./levers.ts";
import { modelConstant } from "./model-variable.ts";
import { checkId, type Reading } from "./reading.ts";
import { distributionOf, rivalsOf } from "./spread.ts";
import type { Correlation, Lever, Uncertainty } from "./study.ts";
import { constantName, tableProblem } from "./varied-tables.ts";
import { inside, keySpan, valueSpan } from "./yaml-file.ts";

/** What differs from future to future. One whose constant is not there is left out, and reported. */
export function uncertaintiesOf(reading: Reading): readonly Uncertainty[] {
  const { file, data } = reading.study;
  return Object.entries(data.uncertainties).flatMap(([id, yaml]) => {
    const at = { file, path: ["uncertainties", id] };
    const name = constantName(yaml);
    const table = hasVariable(reading.model, name) ? undefined : tableProblem(reading.model, yaml, at);
    if (table !== undefined)
      reading.found.push(
        report("table-unusable", valueSpan(inside(at, "variable")), { name: yaml.variable, problem: table }),
      );
    const owner = { variable: name, unit: yaml.unit };
    const constant = table === undefined ? modelConstant(reading, owner, at) : undefined;
    const grounds = groundsOf(reading, yaml, at);
    const spread = distributionOf(yaml.spread);
    const problem = checkDistribution(spread);
    if (problem !== undefined)
      reading.found.push(
        report("bad-spread", keySpan(inside(at, "spread")), { problem: problem.says, cure: problem.mend }),
      );
    if (constant === undefined || problem !== undefined) return [];
    const range = distributionEnds(spread);
    checkModelValue(reading, constant, range, at);
    const { label, says, unit } = yaml;
    const rivals = rivalsOf(yaml.spread);
    const own = { id, variable: constant.name, value: constant.value, label, says, unit };
    const conflict = conflictOf(reading, yaml.conflict, range, at);
    return [{ ...own, spread, ...range, conflict, rivals, ...grounds }];
  });
}

/** Which uncertainties go together. One that names what is not there is left out, and reported. */
export function correlationsOf(reading: Reading): readonly Correlation[] {
  const { file, data } = reading.study;
  const ids = Object.keys(data.uncertainties);
  const correlations = data.correlations.flatMap((yaml, i) => {
    const at = { file, path: ["correlations", i] };
    const grounds = groundsOf(reading, yaml, at);
    for (const [end, id] of yaml.between.entries())
      checkId(reading, "uncertainty", id, data.uncertainties, valueSpan(inside(inside(at, "between"), end)));
    return yaml.between.every((id) => ids.includes(id)) ? [{ between: yaml.between, rank: yaml.rank, ...grounds }] : [];
  });
  const places = correlations.map(({ between: [a, b], rank }) => ({
    between: [ids.indexOf(a), ids.indexOf(b)] as const,
    rank,
  }));
  const problem = checkCorrelations(places, ids.length);
  if (problem !== undefined)
    reading.found.push(
      report("bad-spread", keySpan({ file, path: ["correlations"] }), { problem: problem.says, cure: problem.mend }),
    );
  return correlations;
}

/** Two things that set one constant would quarrel over it. */
export function checkSetOnce(reading: Reading, levers: readonly Lever[], uncertainties: readonly Uncertainty[]): void {
  const first = new Map<string, string>();
  for (const [section, things] of [
    ["levers", levers],
    ["uncertainties", uncertainties],
  ] as const)
    for (const { id, variable } of things) {
      const owner = first.get(variable);
      const at = { file: reading.study.file, path: [section, id, "variable"] };
      if (owner === undefined) first.set(variable, id);
      else reading.found.push(report("set-twice", valueSpan(at), { name: variable, first: owner }));
    }
}
