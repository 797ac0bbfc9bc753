import type { Definition, Equation, Expr, Model, VariableId } from "@sequitur/model";
import { readsOf } from "../variation/reads.ts";
import type { Variation } from "../variation/variation.ts";

/**
 * The variables that have to be computed, by what for. Those that stay the same in a run are only in `start`, and only where
 * futures differ.
 */
export interface Needs {
  /** At each moment, to get to the next one. */
  readonly onward: ReadonlySet<VariableId>;
  /** At moments that are saved, and only there. */
  readonly saved: ReadonlySet<VariableId>;
  /** Between moments, in a Runge-Kutta step. */
  readonly between: ReadonlySet<VariableId>;
  /** Before the first moment, in each future. */
  readonly start: ReadonlySet<VariableId>;
  /** Stocks, pipelines and the like that are to be kept. */
  readonly kept: ReadonlySet<VariableId>;
}

export function needsOf(model: Model, variations: readonly Variation[], outputs: readonly VariableId[]): Needs {
  const read = dependencies(model, variations);
  const live = closure(outputs, (id) => [...read.atMoment(id), ...read.toAdvance(id)]);
  const kept = new Set([...live].filter((id) => read.isKept(id)));
  const advancing = [...kept].flatMap((id) => [...read.toAdvance(id), ...read.samples(id)]);
  const onward = closure(advancing, read.atMoment);
  const saved = [...closure(outputs, read.atMoment)].filter((id) => !onward.has(id));
  const between = closure([...kept].flatMap(read.rates), read.betweenMoments);
  // Where some elements of a variable are constants, or computed once, and others are not, it needs its start all the same.
  const begun = [...live].filter((id) => !variations[id]!.time || read.isBegun(id));
  const start = closure([...kept, ...begun], read.atStart);
  const moving = (ids: Iterable<VariableId>) => new Set([...ids].filter((id) => variations[id]!.time && !isHeld(id)));
  const isHeld = (id: VariableId) => read.isKept(id) && read.samples(id).length === 0;
  const differing = new Set([...start].filter((id) => variations[id]!.futures));
  return { onward: moving(onward), saved: moving(saved), between: moving(between), start: differing, kept };
}

/** What each variable asks for, in each sense; only what changes with time asks for anything at a moment. */
function dependencies(model: Model, variations: readonly Variation[]) {
  const equations = new Map<VariableId, Equation[]>();
  for (const equation of model.equations) {
    const known = equations.get(equation.variable);
    if (known === undefined) equations.set(equation.variable, [equation]);
    else known.push(equation);
  }
  const asks = (parts: (definition: Definition) => readonly Expr[]) => {
    const known: (readonly VariableId[])[] = [];
    return (id: VariableId): readonly VariableId[] => {
      known[id] ??= readsOf((equations.get(id) ?? []).flatMap(({ definition }) => parts(definition))).variables;
      return known[id];
    };
  };
  const changing =
    (ask: (id: VariableId) => readonly VariableId[]) =>
    (id: VariableId): readonly VariableId[] =>
      variations[id]!.time ? ask(id) : [];
  const differing =
    (ask: (id: VariableId) => readonly VariableId[]) =>
    (id: VariableId): readonly VariableId[] =>
      variations[id]!.futures ? ask(id) : [];
  return {
    atMoment: changing(asks(momentParts)),
    betweenMoments: changing(asks((d) => (d.kind === "sample" ? [] : momentParts(d)))),
    toAdvance: asks(advanceParts),
    rates: asks((d) => (d.kind === "stock" ? [d.rate] : [])),
    atStart: differing(asks(startParts)),
    isBegun: (id: VariableId) => (equations.get(id) ?? []).some(({ definition }) => begunKinds.has(definition.kind)),
    isKept: (id: VariableId) => (equations.get(id) ?? []).some(({ definition }) => keptKinds.has(definition.kind)),
    samples: (id: VariableId) =>
      (equations.get(id) ?? []).flatMap(({ definition }) => (definition.kind === "sample" ? [id] : [])),
  };
}

const begunKinds: ReadonlySet<Definition["kind"]> = new Set(["constant", "initial"]);
const keptKinds: ReadonlySet<Definition["kind"]> = new Set(["stock", "pipeline", "sample", "previous"]);

function momentParts(definition: Definition): readonly Expr[] {
  if (definition.kind === "auxiliary") return [definition.value];
  return definition.kind === "sample" ? [definition.condition, definition.input] : [];
}

function advanceParts(definition: Definition): readonly Expr[] {
  if (definition.kind === "stock") return [definition.rate];
  return definition.kind === "pipeline" || definition.kind === "previous" ? [definition.input] : [];
}

function startParts(definition: Definition): readonly Expr[] {
  switch (definition.kind) {
    case "auxiliary":
      return [definition.initial ?? definition.value];
    case "initial":
      return [definition.value];
    case "pipeline":
      return [definition.initial, definition.delay];
    case "stock":
    case "sample":
    case "previous":
      return [definition.initial];
    case "constant":
    case "lookup":
    case "data":
      return [];
  }
}

function closure(from: Iterable<VariableId>, ask: (id: VariableId) => readonly VariableId[]): Set<VariableId> {
  const reached = new Set<VariableId>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const next of ask(id)) waiting.push(next);
  }
  return reached;
}
