import type { Matrix, OperandKind, Profile, Profiles, Vector } from "../builtin/spread.ts";
import type { Axis, Expr, Index } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { Draft } from "./draft.ts";
import { hide } from "./hidden.ts";
import { indexOn, type Scope } from "./scope.ts";

type Element = Extract<Expr, { kind: "variable" }>;

/** The element that an argument names, of an array that has at least so many axes; one that is computed is given a variable. */
export function elementOf(
  draft: Draft,
  scope: Scope,
  expr: Expr,
  argument: { readonly function: string; readonly number: number; readonly axes: number; readonly name: string },
): Element | undefined {
  const definition = { kind: "auxiliary", value: expr, initial: undefined } as const;
  const named = expr.kind === "variable" ? expr : hide(draft, scope, argument.name, definition, expr.span).reference;
  if (named.kind === "variable" && named.at.length >= argument.axes) return named;
  // A number that is not one stands for what has been reported already.
  if (expr.kind !== "number" || !Number.isNaN(expr.value)) {
    const facts = { name: argument.function, argument: argument.number, wanted: argument.axes };
    draft.found.push(report("array-needed", expr.span, facts));
  }
  return undefined;
}

/** How many subscripts each kind of operand has at least. */
export const axesWanted = {
  value: 0,
  written: 0,
  marked: 0,
  table: 0,
  vector: 1,
  "vector-or-value": 0,
  matrix: 2,
  profiles: 2,
} as const satisfies Record<OperandKind, number>;

export function vectorOf(draft: Draft, scope: Scope, own: Element): Vector {
  const { id, at, span } = own;
  const axes = axesFrom(draft, own);
  const axis = axes.at(-1)!;
  const { elements } = axis;
  const last = at.at(-1)!;
  const reach = (place: Index): Element => ({ ...own, at: at.with(-1, place) });
  return {
    axis,
    size: elements.length,
    own,
    place: placeIn(draft, scope, last, span),
    at: reach,
    found: (offset) => ({
      kind: "element",
      id,
      at: reach({ kind: "fixed", position: 0 }).at,
      offset,
      otherwise: Number.NaN,
      span,
    }),
    further: (offset, otherwise) => ({ kind: "element", id, at, offset, otherwise, span }),
    through:
      last.kind === "loop"
        ? [...new Set(last.positions)].toSorted((a, b) => a - b)
        : elements.map((_, position) => position),
    keys: elements.map(nameKey),
  };
}

/** Which element the call stands at: where the argument turns with its left-hand side, else where that itself stands. */
function placeIn(draft: Draft, scope: Scope, index: Index, span: Expr["span"]): Expr {
  const own = index.kind === "loop" ? index : (ownPlace(draft, scope, 1) ?? index);
  return { kind: "position", at: own, span };
}

/** Where the left-hand side stands on its last axis, or the one before it. */
export function ownPlace(draft: Draft, scope: Scope, fromLast: 1 | 2): Index | undefined {
  const binding = scope.bindings.filter(({ bang }) => !bang).at(-fromLast);
  return binding && indexOn(binding, binding.elements, draft.dimensions.at(binding.dimension).elements);
}

/** The work grows with the cube of the rows; a larger matrix would take minutes before its first step. */
const largestMatrix = 120;

/** Undefined, with a diagnostic, where the last two axes are not as long as each other or the left-hand side has none. */
export function matrixOf(draft: Draft, scope: Scope, own: Element, name: string): Matrix | undefined {
  const { at, span } = own;
  const [rows, columns] = axesFrom(draft, own).slice(-2) as [Axis, Axis];
  if (rows.size !== columns.size) {
    const facts = { name, rows: rows.size, columns: columns.size };
    draft.found.push(report("square-matrix", span, facts));
    return undefined;
  }
  if (rows.size > largestMatrix) {
    draft.found.push(report("matrix-too-large", span, { name, rows: rows.size, most: largestMatrix }));
    return undefined;
  }
  const nowhere: Index = { kind: "fixed", position: 0 };
  const placeAt = (fromLast: 1 | 2): Expr => ({
    kind: "position",
    at: ownPlace(draft, scope, fromLast) ?? nowhere,
    span,
  });
  return {
    rows,
    columns,
    size: rows.size,
    row: placeAt(2),
    column: placeAt(1),
    at: (row, column) => ({ ...own, at: [...at.slice(0, -2), row, column] }),
  };
}

/** Undefined, with a diagnostic, where the last axis does not go on for a priority and a width after the kind. */
export function profilesOf(draft: Draft, own: Element, name: string): Profiles | undefined {
  const { at, span } = own;
  const axes = axesFrom(draft, own);
  const kind = at.at(-1)!;
  const { elements } = axes.at(-1)!;
  if (kind.kind !== "fixed" || kind.position + 3 > elements.length) {
    draft.found.push(report("profile-needed", span, { name }));
    return undefined;
  }
  reportUnknownKinds(draft, own, kind.position, name);
  const profileAt = (before: readonly Index[]): Profile => {
    const part = (further: number): Element => ({
      ...own,
      at: [...before, { kind: "fixed", position: kind.position + further }],
    });
    return { kind: part(0), priority: part(1), width: part(2) };
  };
  const requesters = axes.at(-2)!.elements;
  return {
    own: profileAt(at.slice(0, -1)),
    size: requesters.length,
    at: (place) => profileAt([...at.slice(0, -2), place]),
    keys: requesters.map(nameKey),
  };
}

/** Kinds of profile whose curve is known. */
const kinds: ReadonlySet<number> = new Set([0, 1, 2, 3, 4]);

/** Where the kinds are constants, one that is not known is found before a run, which could only give NaN. */
function reportUnknownKinds(draft: Draft, { id, span }: Element, position: number, name: string): void {
  for (const { variable, definition, at, loops } of draft.equations) {
    if (variable !== id || definition.kind !== "constant") continue;
    const index = at.at(-1)!;
    for (const [turn, value] of definition.values.entries()) {
      const stands = index.kind === "fixed" ? index.position : index.positions[turnOf(loops, index.loop, turn)]!;
      // What is no number comes of a fault that has been reported.
      if (stands !== position || kinds.has(value) || Number.isNaN(value)) continue;
      draft.found.push(report("profile-kind", span, { name, kind: value }));
      return;
    }
  }
}

/** Which turn one of some loops takes in a combination of their turns, the last loop fastest. */
function turnOf(loops: readonly { readonly size: number }[], loop: number, combination: number): number {
  const faster = loops.slice(loop + 1).reduce((product, { size }) => product * size, 1);
  return Math.floor(combination / faster) % loops[loop]!.size;
}

function axesFrom(draft: Draft, { id }: Element): readonly Axis[] {
  return draft.variables[id]!.axes;
}
