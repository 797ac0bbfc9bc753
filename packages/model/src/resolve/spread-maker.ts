import type { Grid, SpreadMaker } from "../builtin/spread.ts";
import type { Axis, Expr, Index, Loop } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { addEquation, addHidden, type Draft } from "./draft.ts";
import { operator } from "./expression.ts";
import { hide } from "./hidden.ts";
import { loopsUsed } from "./loops-used.ts";
import { axesOf, type Scope } from "./scope.ts";

/** Where a call that is written out stands. */
export interface SpreadSite {
  readonly draft: Draft;
  readonly scope: Scope;
  /** The loops over what is marked with `!` in its arguments. */
  readonly marked: readonly Loop[];
  /** What its hidden variables are called after. */
  readonly owner: string;
  readonly span: Span;
}

export function spreadMaker({ draft, scope, marked, owner, span }: SpreadSite): SpreadMaker {
  // How many loops are around what is being made.
  let depth = scope.loops.length;
  const inside = <T>(loops: number, from: number, make: () => T): T => {
    const before = depth;
    depth = from + loops;
    const made = make();
    depth = before;
    return made;
  };
  const number = (value: number): Expr => ({ kind: "number", value, span });

  return {
    span,
    number,
    call: (id, ...args) => operator(id, span, ...args),
    place: (at) => ({ kind: "position", at, span }),
    over: (by, size, body) => {
      const turn = whole(depth, size);
      return { kind: "reduce", by, loops: [{ size }], body: inside(1, depth, () => body(turn)), span };
    },
    overMarked: (by, body) => ({ kind: "reduce", by, loops: marked, body, span }),
    repeat: (times, start, next) => {
      const loop = depth;
      const turn: Expr = { kind: "position", at: whole(loop, times), span };
      const made = inside(1, loop, () => next({ kind: "carried", loop, span }, turn));
      return { kind: "fold", loop: { size: times }, start, next: made, span };
    },
    reportUnmatched: () => {
      draft.found.push(report("profile-unmatched", span, { name: scope.variable.name }));
    },
    auxiliary: (name, from, value) => {
      const around = scopeFor(scope, from);
      const made = inside(0, around.loops.length, value);
      return hide(draft, around, `${owner}: ${name}`, { kind: "auxiliary", value: made, initial: undefined }, span)
        .reference;
    },
    grid: (name, from, axes, value) => {
      const around = scopeFor(scope, from);
      const first = around.loops.length;
      const turns = axes.map(({ size }, k) => whole(first + k, size));
      const made = inside(axes.length, first, () => value(...turns));
      return grid({ draft, scope: around, marked, owner: `${owner}: ${name}`, span }, axes, turns, made);
    },
  };
}

/** Every position of an axis, one a turn. */
function whole(loop: number, size: number): Index {
  return { kind: "loop", loop, positions: Array.from({ length: size }, (_, turn) => turn) };
}

/** A scope without its last loops, as far as the expressions do not turn with them. */
export function scopeFor(scope: Scope, from: readonly Expr[]): Scope {
  const kept = Math.max(0, ...from.flatMap(loopsUsed).map((loop) => Math.min(loop, scope.loops.length - 1) + 1));
  return {
    ...scope,
    loops: scope.loops.slice(0, kept),
    bindings: scope.bindings.filter(({ loop }) => loop === undefined || loop < kept),
  };
}

function grid(site: SpreadSite, axes: readonly Axis[], turns: readonly Index[], value: Expr): Grid {
  const { draft, scope, owner, span } = site;
  const around = axesOf(scope, draft.dimensions.at);
  const all = [...around.map(({ axis }) => axis), ...axes];
  const group = draft.variables[scope.variable.id]?.group;
  const id = addHidden(draft, { name: owner, role: "auxiliary", axes: all, group, span });
  const here = (places: readonly Index[]): readonly Index[] => [...around.map(({ at }) => at), ...places];
  const loops = [...scope.loops, ...axes.map(({ size }) => ({ size }))];
  const definition = { kind: "auxiliary", value, initial: undefined } as const;
  addEquation(draft, { variable: id, loops, at: here(turns), definition, span });
  return {
    at: (...places) => ({ kind: "variable", id, at: here(places), span }),
    further: (offset, ...places) => ({
      kind: "element",
      id,
      at: here(places),
      offset,
      otherwise: Number.NaN,
      span,
    }),
  };
}
