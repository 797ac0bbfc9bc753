import type { Track, TrackRule } from "../builtin/builtin.ts";
import type { Axis, Dimension, DimensionId, Expr, Index } from "../model.ts";
import type { Span } from "../source/span.ts";
import { addEquation, addHidden, type Draft } from "./draft.ts";
import { axesOf, type Scope } from "./scope.ts";

/** How many places, and how many loops are around where its sums stand. */
interface TrackSite {
  readonly name: string;
  readonly count: number;
  readonly span: Span;
  readonly depth: () => number;
}

/** A row of places, hidden, each of which takes a step what its rule says of it and of the place behind it. */
export function makeTrack(
  draft: Draft,
  scope: Scope,
  { name, count, span, depth }: TrackSite,
  rule: TrackRule,
  beside?: Track,
): Track {
  const around = axesOf(scope, draft.dimensions.at);
  const group = draft.variables[scope.variable.id]?.group;
  const axis = placeAxis(draft, name, count, span);
  const id = addHidden(draft, {
    name,
    role: "auxiliary",
    axes: [...around.map((each) => each.axis), axis],
    group,
    span,
  });
  const own = around.map(({ at }) => at);
  const held = (place: Index): Expr => ({ kind: "variable", id, at: [...own, place], span });
  const nothing = number(0, span);
  const write = (at: Index, place: Expr, behind: Expr, besideBehind: Expr) => {
    const along = at.kind === "loop" ? [{ size: at.positions.length }] : [];
    const definition = {
      kind: "previous",
      input: rule.next(place, behind, held(at), besideBehind),
      initial: rule.initial(place),
    } as const;
    addEquation(draft, { variable: id, loops: [...scope.loops, ...along], at: [...own, at], definition, span });
  };
  const loop = scope.loops.length;
  const positions = Array.from({ length: count - 1 }, (_, position) => position);
  const here: Index = { kind: "loop", loop, positions };
  const next: Index = { kind: "loop", loop, positions: positions.map((position) => position + 1) };
  if (count > 1) write(here, { kind: "position", at: here, span }, held(next), beside?.at(next) ?? nothing);
  write({ kind: "fixed", position: count - 1 }, number(count, span), nothing, nothing);
  const every = () => ({ kind: "loop", loop: depth(), positions: [...positions, count - 1] }) as const;
  const sumOf = (body: Expr): Expr => ({ kind: "reduce", by: "sum", loops: [{ size: count }], body, span });
  return {
    first: held({ kind: "fixed", position: 0 }),
    last: held({ kind: "fixed", position: count - 1 }),
    sum: sumOf(held(every())),
    at: held,
    total: (part) => {
      const all = every();
      return sumOf(part(held(all), beside?.at(all) ?? nothing, { kind: "position", at: all, span }));
    },
  };
}

const number = (value: number, span: Span): Expr => ({ kind: "number", value, span });

function placeAxis({ dimensions, hiddenDimensions }: Draft, name: string, count: number, span: Span): Axis {
  const id = (dimensions.all.length + hiddenDimensions.length) as DimensionId;
  const elements = Array.from({ length: count }, (_, index) => `${index + 1}`);
  const dimension: Dimension = { id, name: `places of ${name}`, elements, span };
  hiddenDimensions.push(dimension);
  return { dimension: id, size: count, elements };
}
