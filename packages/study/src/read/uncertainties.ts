import { checkDistribution } from "@sequitur/ensemble";
import { report } from "./diagnostics.ts";
import { groundsOf } from "./grounds.ts";
import { checkModelValue } from "./levers.ts";
import { modelConstant } from "./model-variable.ts";
import type { Reading } from "./reading.ts";
import { distributionOf, rangeOf, rivalsOf } from "./spread.ts";
import type { Lever, Uncertainty } from "./study.ts";
import { inside, keySpan, valueSpan } from "./yaml-file.ts";

/** What differs from future to future. One whose constant is not there is left out, and reported. */
export function uncertaintiesOf(reading: Reading): readonly Uncertainty[] {
  const { file, data } = reading.study;
  return Object.entries(data.uncertainties).flatMap(([id, yaml]) => {
    const at = { file, path: ["uncertainties", id] };
    const constant = modelConstant(reading, yaml, at);
    const grounds = groundsOf(reading, yaml, at);
    const spread = distributionOf(yaml.spread);
    const problem = checkDistribution(spread);
    if (problem !== undefined)
      reading.found.push(
        report("bad-spread", keySpan(inside(at, "spread")), { problem: problem.says, cure: problem.mend }),
      );
    if (constant === undefined) return [];
    const range = rangeOf(spread);
    checkModelValue(reading, constant, range, at);
    const { label, says, unit } = yaml;
    const rivals = rivalsOf(yaml.spread);
    const own = { id, variable: constant.name, value: constant.value, label, says, unit };
    return [{ ...own, spread, ...range, rivals, ...grounds }];
  });
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
