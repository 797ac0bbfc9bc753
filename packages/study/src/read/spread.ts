import type { Distribution } from "@sequitur/ensemble";
import { type SpreadYaml, saidRange } from "../schema/spread.ts";
import type { Rival } from "./study.ts";

/** A spread by its kind, rather than in words. */
type KindYaml = Exclude<SpreadYaml, string>;

/** The distribution that a spread names. */
export function distributionOf(yaml: SpreadYaml): Distribution {
  if (typeof yaml !== "string") return { ...wholeOf(yaml), ...withinOf(yaml) };
  const [low, high] = saidRange(yaml)!;
  return { kind: "interval", low, high };
}

function withinOf({ within }: KindYaml): Pick<Distribution, "within"> {
  if (within === undefined) return {};
  const { low, high } = within;
  return { within: { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) } };
}

function wholeOf(yaml: KindYaml): Distribution {
  for (const kind of ["uniform", "log-uniform", "integer", "interval"] as const) {
    const range = yaml[kind];
    if (range !== undefined) return { kind, low: range[0], high: range[1] };
  }
  for (const kind of ["triangular", "pert"] as const) {
    const range = yaml[kind];
    if (range !== undefined) return { kind, low: range[0], mode: range[1], high: range[2] };
  }
  if (yaml.normal !== undefined) return { kind: "normal", ...yaml.normal };
  if (yaml.lognormal !== undefined) return { kind: "lognormal", ...yaml.lognormal };
  if (yaml.empirical !== undefined) return { kind: "empirical", values: yaml.empirical };
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
export function rivalsOf(yaml: SpreadYaml): readonly Rival[] {
  const { rivals = {} } = typeof yaml === "string" ? {} : yaml;
  return Object.entries(rivals).map(([id, { value, label, says }]) => ({ id, value, label, says }));
}
