import type { Problem } from "../problem.ts";
import { categorical } from "./categorical.ts";
import type { DistributionRule, Quantile } from "./distribution.ts";
import { integer } from "./integer.ts";
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
};

type Rules = typeof distributions;
type Kind = keyof Rules;
type Specs = { readonly [K in Kind]: Rules[K] extends DistributionRule<infer Spec> ? Spec : never };

/** How an uncertain constant is spread. Turned from the unit interval by the inverse of its distribution function. */
export type Distribution<K extends Kind = Kind> = { readonly [P in K]: { readonly kind: P } & Specs[P] }[K];

/** What is wrong with a distribution's numbers, if anything. */
export function checkDistribution<K extends Kind>(distribution: Distribution<K>): Problem | undefined {
  return ruleOf(distribution).check(distribution);
}

/** The quantile function of a checked distribution. */
export function openDistribution<K extends Kind>(distribution: Distribution<K>): Quantile {
  return ruleOf(distribution).open(distribution);
}

function ruleOf<K extends Kind>(distribution: Distribution<K>): DistributionRule<Distribution<K>> {
  const rules: { readonly [P in Kind]: DistributionRule<Distribution<P>> } = distributions;
  return rules[distribution.kind];
}
