import { arityOf, builtinsNamed } from "../builtin/register.ts";
import type { Model } from "../model.ts";
import { outflowLimits } from "../resolve/outflow-limits.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { expressionsOf } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import { elementNames } from "../syntax/numbered-names.ts";
import type { SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { FreeNames } from "./free-name.ts";
import { RangeNames } from "./range-names.ts";
import { writtenOut } from "./written-out.ts";

/** A tree, and the names of the variables in it that have been written out from the model. */
export interface Settled {
  readonly tree: SyntaxTree;
  readonly settled: ReadonlySet<string>;
}

/**
 * A tree without conveyors: each is an array of its slats, and what flows in and out of it an equation of those. Where a method looks within a
 * step, flows out of stocks that may not fall below zero are written out, too: their limits hold for the step as a whole.
 */
export function withoutBelts(tree: SyntaxTree, model: Model, found: Diagnostic[]): Settled {
  const groups = writtenOutIn(tree);
  const settled = new Set(groups.flatMap((group) => [...group]));
  const [first] = tree.variables;
  if (settled.size === 0 || first === undefined) return { tree, settled };
  const names = tree.dimensions.flatMap(({ name, elements }) => [
    name,
    ...elementNames(elements).map((each) => each.name),
  ]);
  const free = new FreeNames([...names, ...tree.variables.map(({ name }) => name)]);
  const inTree = new Set(tree.variables.map(({ name }) => nameKey(name)));
  const ranges = new RangeNames(
    model,
    tree.dimensions.map(({ name }) => name),
    free,
    first.nameSpan,
  );
  const made = groups.flatMap((group) => {
    const named = heads(tree.variables.filter(({ name }) => group.has(nameKey(name))));
    const { variables, not } = writtenOut(model, named, { free, ranges, inTree });
    if (not === undefined) reportChanges(named, found);
    else found.push(report("not-in-language", named[0]!.nameSpan, notIn(named[0]!, not)));
    return variables;
  });
  const others = tree.variables.filter(({ name }) => !settled.has(nameKey(name)));
  return {
    tree: {
      ...tree,
      dimensions: [...tree.dimensions, ...ranges.dimensions],
      variables: [...others, ...made, ...ranges.variables],
    },
    settled,
  };
}

type Equations = Pick<SyntaxTree, "variables" | "simulation">;

/** The names of what must be written out, those together that are about the same things. */
export function writtenOutIn(tree: Equations): readonly ReadonlySet<string>[] {
  const belts = beltsIn(tree);
  const alone = [...usersOf(tree)].filter((name) => !belts.has(name));
  return [belts, ...alone.map((name) => new Set([name]))].filter(({ size }) => size > 0);
}

function notIn({ name }: VariableSyntax, not: string) {
  return { what: `what "${name}" does, since ${not} is part of it`, language: "Vensim" };
}

function reportChanges(named: readonly VariableSyntax[], found: Diagnostic[]): void {
  const conveyors = named.filter(({ definition }) => definition.kind === "conveyor");
  for (const { name, nameSpan } of conveyors.length > 0 ? conveyors : named) {
    const what = conveyors.length > 0 ? `The conveyor "${name}"` : `"${name}"`;
    const instead = conveyors.length > 0 ? "arrays of its slats, and what moves them" : "the sums that it is made of";
    found.push(report("changed-in-writing", nameSpan, { what, instead }));
  }
}

/** Conveyors, what flows in and out of them, and flows that are limited within a step. */
function beltsIn({ variables, simulation }: Equations): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const { name, definition } of variables) {
    if (definition.kind === "driven") wanted.add(nameKey(name));
    if (definition.kind !== "conveyor") continue;
    for (const each of [name, ...definition.inflows.map((flow) => flow.name)]) wanted.add(nameKey(each));
  }
  if (simulation.method !== "euler") for (const flow of outflowLimits(variables).byFlow.keys()) wanted.add(flow);
  return wanted;
}

/** Variables with a function in them that Vensim has not, but whose parts it has. */
function usersOf({ variables }: Equations): ReadonlySet<string> {
  const uses = (expr: SyntaxExpr): boolean =>
    (expr.kind === "call" && isOnlyInParts(expr.name, expr.args.length)) || partsOf(expr).some(uses);
  return new Set(
    variables.flatMap(({ name, definition }) => (expressionsOf(definition).some(uses) ? [nameKey(name)] : [])),
  );
}

function isOnlyInParts(name: string, count: number): boolean {
  const rows = builtinsNamed("xmile", name);
  const row = rows.find((each) => count >= arityOf(each).least && count <= arityOf(each).most);
  return row !== undefined && partsKnown.has(row.id);
}

/** Their rows: what each is made of can be said in sums, products and tables. */
const partsKnown: ReadonlySet<string> = new Set([
  "rank-of-elements",
  "interpolation-of-elements",
  "lookuparea",
  "lookupinv",
  "factorial",
  "permutations",
]);

/** The first equation of each variable, with the unit and the comment that any of them has. */
function heads(variables: readonly VariableSyntax[]): readonly VariableSyntax[] {
  const groups = new Map<string, VariableSyntax>();
  for (const variable of variables) {
    const before = groups.get(nameKey(variable.name));
    const merged = before && {
      ...before,
      units: before.units ?? variable.units,
      comment: before.comment === "" ? variable.comment : before.comment,
    };
    groups.set(nameKey(variable.name), merged ?? variable);
  }
  return [...groups.values()];
}
