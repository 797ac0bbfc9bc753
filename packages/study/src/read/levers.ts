import { report } from "./diagnostics.ts";
import { groundsOf } from "./grounds.ts";
import { type ModelConstant, modelConstant } from "./model-variable.ts";
import type { Reading } from "./reading.ts";
import type { Lever } from "./study.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

/** What policies may set. One whose constant is not there is left out, and reported. */
export function leversOf(reading: Reading): readonly Lever[] {
  const { file, data } = reading.study;
  return Object.entries(data.levers).flatMap(([id, yaml]) => {
    const at = { file, path: ["levers", id] };
    const constant = modelConstant(reading, yaml, at);
    const grounds = groundsOf(reading, yaml, at);
    if (yaml.low >= yaml.high) reading.found.push(report("range-order", valueSpan(inside(at, "low")), endsOf(yaml)));
    if (constant === undefined) return [];
    checkModelValue(reading, constant, yaml, at);
    const { label, says, unit, low, high, step } = yaml;
    return [{ id, variable: constant.name, value: constant.value, label, says, unit, low, high, step, ...grounds }];
  });
}

function endsOf({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low, high };
}

/** The model's own value is what a policy leaves a lever at, so it belongs in the range. */
export function checkModelValue(
  reading: Reading,
  { name, value }: ModelConstant,
  { low, high }: { low: number; high: number },
  at: Part,
): void {
  if (low <= high && (value < low || value > high))
    reading.found.push(report("model-outside-range", valueSpan(inside(at, "variable")), { name, value, low, high }));
}
