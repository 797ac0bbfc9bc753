import type { Definition, Expr } from "../model.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Belt } from "./belt.ts";
import { addEquation, type Draft, type NamedVariable } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import type { Turns } from "./left-hand-side.ts";
import type { Scope } from "./scope.ts";
import { flowAt, total, valueOfFlow } from "./stock-flow.ts";

type Driven = Extract<VariableSyntax["definition"], { kind: "driven" }>;

/** An outflow of a conveyor: what it takes off the slats in a step, as a rate. */
export function drivenFlow(draft: Draft, flow: NamedVariable, { scope, at }: Turns, driven: Driven): Expr {
  const { span } = driven;
  const belt = draft.belts.byOutflow.get(nameKey(flow.name));
  const conveyor = belt && flowAt(draft, scope, { name: belt.conveyor.name, span });
  if (belt === undefined || conveyor?.kind !== "variable") return faulty(span);
  const step = operator("clock-step", span);
  const leak = belt.leaks.find((each) => each.flow === flow);
  if (leak === undefined || driven.leak === undefined)
    return operator("divide", span, comingOff(draft, scope, belt, conveyor, driven), step);
  const value = resolveExpression(draft, scope, driven.leak.fraction);
  const definition = { kind: "auxiliary", value, initial: undefined } as const;
  addEquation(draft, { variable: leak.fraction, loops: scope.loops, at, definition, span });
  return operator("divide", span, allSlats(belt, conveyor, leak.leaking, scope), step);
}

type Variable = Extract<Expr, { kind: "variable" }>;

function allSlats({ axis }: Belt, conveyor: Variable, id: Variable["id"], { loops }: Scope): Expr {
  const { size } = axis;
  const along = {
    kind: "loop",
    loop: loops.length,
    positions: Array.from({ length: size }, (_, place) => place),
  } as const;
  const { span } = conveyor;
  const body: Expr = { kind: "variable", id, at: [...conveyor.at, along], span };
  return { kind: "reduce", by: "sum", loops: [{ size }], body, span };
}

/** What is on the last slat, where neither this conveyor nor the one that it goes to stands still. */
function comingOff(draft: Draft, scope: Scope, belt: Belt, conveyor: Variable, { span }: Driven): Expr {
  const last = { kind: "fixed", position: belt.axis.size - 1 } as const;
  const load: Expr = { kind: "variable", id: belt.leaks.at(-1)?.kept ?? belt.slats, at: [...conveyor.at, last], span };
  const into = draft.belts.byInflow.get(belt.end ?? "");
  const isMoving = [belt, into].flatMap((each) => {
    if (each?.moving === undefined) return [];
    const content = flowAt(draft, scope, { name: each.conveyor.name, span });
    return content.kind === "variable" ? [{ ...content, id: each.moving }] : [];
  });
  const none: Expr = { kind: "number", value: 0, span };
  return isMoving.reduce<Expr>((value, test) => operator("if-then-else", span, test, value, none), load);
}

/**
 * A flow into a conveyor, which is never below 0 (XMILE 1.0, 4.3) and takes no more than the room that flows before it leave; what
 * is not let in stays where it comes from.
 */
export function admitted(draft: Draft, scope: Scope, flow: NameSyntax, own: Definition): Definition {
  const { span } = flow;
  const belt = draft.belts.byInflow.get(nameKey(flow.name));
  const value = belt && valueOfFlow(own, span);
  if (belt === undefined || value === undefined || draft.belts.byOutflow.has(nameKey(flow.name))) return own;
  const within = belt.room === undefined ? value : operator("min", span, value, roomLeft(draft, scope, belt, flow));
  const positive = operator("max", span, within, { kind: "number", value: 0, span });
  return { kind: "auxiliary", value: positive, initial: undefined };
}

function roomLeft(draft: Draft, scope: Scope, belt: Belt, { name, span }: NameSyntax): Expr {
  const conveyor = flowAt(draft, scope, { name: belt.conveyor.name, span });
  if (conveyor.kind !== "variable") return conveyor;
  const { inflows } = belt.sites[0]!.syntax;
  const place = inflows.findIndex((each) => nameKey(each.name) === nameKey(name));
  const earlier = inflows.slice(0, place).filter((each) => !draft.belts.byOutflow.has(nameKey(each.name)));
  const room: Expr = { ...conveyor, id: belt.room! };
  return earlier.length === 0 ? room : operator("subtract", span, room, total(draft, scope, earlier, span));
}

/** A belt moves once a step, so within a step of a Runge-Kutta method what it takes and gives stays as it was at the start. */
export function heldInStep(draft: Draft, name: string, own: Definition, span: NameSyntax["span"]): Definition {
  const { byInflow, byOutflow } = draft.belts;
  const isOfBelt = byInflow.has(nameKey(name)) || byOutflow.has(nameKey(name));
  if (!isOfBelt || draft.method === "euler" || own.kind !== "auxiliary") return own;
  return { kind: "sample", condition: { kind: "number", value: 1, span }, input: own.value, initial: own.value };
}
