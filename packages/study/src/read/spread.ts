import type { Distribution } from "@sequitur/ensemble";
import type { SpreadYaml } from "../schema/spread.ts";
import type { Rival } from "./study.ts";

/** The distribution that a spread names. */
export function distributionOf(yaml: SpreadYaml): Distribution {
  for (const kind of ["uniform", "log-uniform", "integer"] as const) {
    const range = yaml[kind];
    if (range !== undefined) return { kind, low: range[0], high: range[1] };
  }
  for (const kind of ["triangular", "pert"] as const) {
    const range = yaml[kind];
    if (range !== undefined) return { kind, low: range[0], mode: range[1], high: range[2] };
  }
  if (yaml.normal !== undefined) return { kind: "normal", ...yaml.normal };
  if (yaml.lognormal !== undefined) return { kind: "lognormal", ...yaml.lognormal };
  if (yaml.choice !== undefined) return { kind: "categorical", values: yaml.choice };
  if (yaml.rivals !== undefined) return { kind: "categorical", values: rivalsOf(yaml).map(({ value }) => value) };
  if (yaml.weighted === undefined) throw new Error("A spread has exactly one key: its shape was checked.");
  return {
    kind: "categorical",
    values: yaml.weighted.map(({ value }) => value),
    weights: yaml.weighted.map(({ weight }) => weight),
  };
}

/** The rival structures that a spread chooses from; none where it is of any other kind. */
export function rivalsOf({ rivals = {} }: SpreadYaml): readonly Rival[] {
  return Object.entries(rivals).map(([id, { value, label, says }]) => ({ id, value, label, says }));
}

/** The ends of what a distribution can give. */
export function rangeOf(distribution: Distribution): { low: number; high: number } {
  if (distribution.kind === "categorical")
    return { low: Math.min(...distribution.values), high: Math.max(...distribution.values) };
  // A study's normal and lognormal spreads always have ends.
  return { low: distribution.low ?? Number.NEGATIVE_INFINITY, high: distribution.high ?? Number.POSITIVE_INFINITY };
}
