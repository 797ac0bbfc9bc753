import type { Problem } from "../problem.ts";
import type { Design, DesignRule } from "./design.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { monteCarlo } from "./monte-carlo.ts";
import { morris } from "./morris.ts";
import { saltelli } from "./saltelli.ts";
import { sobol } from "./sobol.ts";
import { table } from "./table.ts";

/** Every kind of design: a new one is a file and a line here. */
export const designs = {
  "monte-carlo": monteCarlo,
  "latin-hypercube": latinHypercube,
  sobol,
  saltelli,
  morris,
  table,
};

type Specs = {
  readonly [K in keyof typeof designs]: (typeof designs)[K] extends DesignRule<infer Spec> ? Spec : never;
};
type Kind = keyof Specs;

/** A design as plain data: how many futures, and by which rule their points in the unit cube are placed. */
export type DesignSpec<K extends Kind = Kind> = { readonly [P in K]: { readonly kind: P } & Specs[P] }[K];

/** What is wrong with a design over that many dimensions, if anything. */
export function checkDesign<K extends Kind>(spec: DesignSpec<K>, dimensions: number): Problem | undefined {
  return ruleOf(spec).check(spec, dimensions);
}

/**
 * Makes a design ready to give points.
 * @param dimensions  how many coordinates a point has: one an uncertainty      @param seed  0 to 2^53 - 1
 */
export function openDesign<K extends Kind>(spec: DesignSpec<K>, dimensions: number, seed: number): Design {
  const rule = ruleOf(spec);
  const { gives = "shares" } = rule;
  return { size: rule.size(spec, dimensions), dimensions, gives, point: rule.open(spec, dimensions, seed) };
}

/** How many futures a checked design has. */
export function designSize<K extends Kind>(spec: DesignSpec<K>, dimensions: number): number {
  return ruleOf(spec).size(spec, dimensions);
}

/** What the points of a design depend on: equal for two designs of which one is the other's beginning. */
export function designPoints<K extends Kind>(spec: DesignSpec<K>): object {
  return { kind: spec.kind, ...ruleOf(spec).points(spec) };
}

function ruleOf<K extends Kind>(spec: DesignSpec<K>): DesignRule<DesignSpec<K>> {
  const rules: { readonly [P in Kind]: DesignRule<DesignSpec<P>> } = designs;
  return rules[spec.kind];
}
