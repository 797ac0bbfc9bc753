import type { Equation, VariableId } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import { placeOf } from "../source/span.ts";
import type { Draft } from "./draft.ts";
import { expressionsOf, placesAt, placesOf, usesIn } from "./references.ts";
import type { ResolvedVariable } from "./resolved-tree.ts";

/** Checks that no element is defined twice, and that every element that something uses is defined. */
export function checkCoverage(draft: Draft): void {
  const gaps = new Map<VariableId, Uint8Array>();
  const byVariable = new Map<VariableId, Equation[]>();
  for (const equation of draft.equations) {
    const others = byVariable.get(equation.variable);
    if (others) others.push(equation);
    else byVariable.set(equation.variable, [equation]);
  }
  const inOrder = new Set<readonly number[]>();
  for (const [id, equations] of byVariable) {
    if (coversAll(draft.variables[id]!, equations, inOrder)) continue;
    const covered = coverOf(draft, draft.variables[id]!, equations);
    if (covered.includes(0)) gaps.set(id, covered);
  }
  if (gaps.size > 0) reportUsesOfGaps(draft, gaps);
}

/**
 * Whether the one equation of a variable goes through each of its axes once from end to end: most do.
 * @param inOrder  lists of positions that have been seen to rise by one; equations over a whole dimension have theirs in common
 */
function coversAll(
  { axes }: ResolvedVariable,
  equations: readonly Equation[],
  inOrder: Set<readonly number[]>,
): boolean {
  const [only, ...others] = equations;
  if (only === undefined || others.length > 0 || only.loops.length !== axes.length) return false;
  return only.at.every((index, k) => {
    const isOwn = index.kind === "loop" && index.loop === k && index.positions.length === axes[k]!.size;
    if (!isOwn || inOrder.has(index.positions)) return isOwn;
    const rises = index.positions.every((position, turn) => position === turn);
    if (rises) inOrder.add(index.positions);
    return rises;
  });
}

const sizesOf = ({ axes }: ResolvedVariable) => axes.map(({ size }) => size);

/** Which elements of a variable have an equation: 1 where they have. */
function coverOf(draft: Draft, variable: ResolvedVariable, equations: readonly Equation[]): Uint8Array {
  const sizes = sizesOf(variable);
  const definedBy = new Uint32Array(sizes.reduce((product, size) => product * size, 1));
  for (const [number, equation] of equations.entries()) {
    const places = placesAt(equation.at, equation.loops, sizes);
    const taken = places.find((place) => definedBy[place] !== 0);
    if (taken !== undefined) reportTwice(draft, variable, equation, equations[definedBy[taken]! - 1]!);
    for (const place of places) definedBy[place] = number + 1;
  }
  return Uint8Array.from(definedBy, (number) => (number === 0 ? 0 : 1));
}

function reportTwice(draft: Draft, { name }: ResolvedVariable, again: Equation, first: Equation): void {
  draft.found.push(report("duplicate-definition", again.span, { name, line: placeOf(first.span).line }));
}

function reportUsesOfGaps(draft: Draft, gaps: ReadonlyMap<VariableId, Uint8Array>): void {
  for (const equation of draft.equations)
    for (const expression of expressionsOf(equation.definition))
      for (const use of usesIn(expression, equation.loops)) {
        const covered = gaps.get(use.variable);
        if (covered === undefined) continue;
        const variable = draft.variables[use.variable]!;
        const gap = placesOf(use, sizesOf(variable)).find((place) => covered[place] === 0);
        if (gap !== undefined)
          draft.found.push(
            report("element-outside", use.span, { name: variable.name, element: elementAt(variable, gap) }),
          );
      }
}

/** The element at a place of a variable's table, as `a, b`. */
function elementAt({ axes }: ResolvedVariable, place: number): string {
  const names: string[] = [];
  for (const { elements, size } of axes.toReversed()) {
    names.unshift(elements[place % size]!);
    place = Math.floor(place / size);
  }
  return names.join(", ");
}
