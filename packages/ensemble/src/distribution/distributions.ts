import type { Problem } from "../problem.ts";
import { categorical } from "./categorical.ts";
import { checkCut, cutMass, cutOff } from "./cut.ts";
import { checkFinite, type Density, type DistributionRule, type Ends, problem, type Quantile } from "./distribution.ts";
import { empirical } from "./empirical.ts";
import { integer } from "./integer.ts";
import { interval } from "./interval.ts";
import { logUniform } from "./log-uniform.ts";
import { lognormal } from "./lognormal.ts";
import { normal } from "./normal.ts";
import { pert } from "./pert.ts";
import { triangular } from "./triangular.ts";
import { uniform } from "./uniform.ts";

/** Every kind of distribution: a new one is a file and a line here. */
export const distributions = {
  uniform,
  "log-uniform": logUniform,
  triangular,
  pert,
  normal,
  lognormal,
  integer,
  categorical,
  interval,
  empirical,
};

type Rules = typeof distributions;
type Kind = keyof Rules;
type Specs = { readonly [K in Kind]: Rules[K] extends DistributionRule<infer Spec> ? Spec : never };

/** Any distribution may be cut off at one end or both; what is left keeps its shape. */
interface Cut {
  readonly within?: Partial<Ends>;
}

/** How an uncertain constant is spread. Turned from the unit interval by the inverse of its distribution function. */
export type Distribution<K extends Kind = Kind> = { readonly [P in K]: { readonly kind: P } & Specs[P] & Cut }[K];

/** What is wrong with a distribution's numbers, if anything. */
export function checkDistribution<K extends Kind>(distribution: Distribution<K>): Problem | undefined {
  const rule = ruleOf(distribution);
  return rule.check(distribution) ?? (distribution.within && checkWithin(rule, distribution));
}

/** The quantile function of a checked distribution. */
export function openDistribution<K extends Kind>(distribution: Distribution<K>): Quantile {
  const rule = ruleOf(distribution);
  const ends = cutEnds(distribution);
  if (ends === undefined) return rule.open(distribution);
  return rule.openWithin?.(distribution, ends) ?? cutOff(rule.open(distribution), ends);
}

/**
 * How dense a checked distribution is at a value: a density, or a share for each of some values. Undefined where it is neither, as of values
 * that were seen.
 */
export function openDensity<K extends Kind>(distribution: Distribution<K>): Density | undefined {
  const rule = ruleOf(distribution);
  const ends = cutEnds(distribution);
  const whole = rule.density(distribution);
  if (ends === undefined || whole === undefined) return whole;
  const isWithin = (x: number) => x >= ends.low && x <= ends.high;
  const mass = cutMass(rule.open(distribution), ends);
  return { kind: whole.kind, at: (x) => (isWithin(x) ? whole.at(x) / mass : 0) };
}

/** The least and the greatest value that a checked distribution can give: infinite where it is open. */
export function distributionEnds<K extends Kind>(distribution: Distribution<K>): Ends {
  const { low, high } = ruleOf(distribution).ends(distribution);
  const cut = cutEnds(distribution);
  return cut === undefined ? { low, high } : { low: Math.max(low, cut.low), high: Math.min(high, cut.high) };
}

function cutEnds({ within }: Cut): Ends | undefined {
  return within && { low: within.low ?? Number.NEGATIVE_INFINITY, high: within.high ?? Number.POSITIVE_INFINITY };
}

function checkWithin<Spec extends Cut>(rule: DistributionRule<Spec>, spec: Spec): Problem | undefined {
  const notFinite = checkFinite({ low: spec.within?.low, high: spec.within?.high });
  if (notFinite !== undefined) return notFinite;
  const ends = cutEnds(spec)!;
  if (rule.openWithin === undefined) return checkCut(rule.open(spec), ends);
  if (rule.openWithin(spec, ends) !== undefined) return undefined;
  return problem(`No value is left from ${ends.low} to ${ends.high}.`, 'Move the ends of "within".');
}

function ruleOf<K extends Kind>(distribution: Distribution<K>): DistributionRule<Distribution<K>> {
  const rules: { readonly [P in Kind]: DistributionRule<Distribution<P>> } = distributions;
  return rules[distribution.kind];
}
