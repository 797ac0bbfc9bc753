import type { ClockReading, Definition, Expr, Model, Term, VariableId } from "@sequitur/model";

/** What makes a variable take another value: another future, another moment of the same one, both, or neither. */
export interface Variation {
  readonly futures: boolean;
  readonly time: boolean;
}

const fixed: Variation = { futures: false, time: false };

/** The variation of each variable, by id, when `inputs` differ from future to future. */
export function variationsOf(model: Model, inputs: ReadonlySet<VariableId>): readonly Variation[] {
  const { timeStep } = model.simulation.timeVariables;
  const even = variationsWhere(model, inputs, false);
  return even[timeStep]?.time ? variationsWhere(model, inputs, true) : even;
}

/** What changes in time counts as the future's own; but for series and the time itself, which are read for all. */
export function ofOneFuture(model: Model, variations: readonly Variation[]): readonly Variation[] {
  const series = model.equations.filter(({ definition }) => definition.kind === "data").map(({ variable }) => variable);
  const forAll = new Set([model.simulation.timeVariables.time, ...series]);
  return variations.map((variation, id) =>
    forAll.has(model.variables[id]!.id) ? variation : { ...variation, futures: variation.time },
  );
}

/** @param stepChanges  whether the length of a step is not the same in all of a run */
function variationsWhere(model: Model, inputs: ReadonlySet<VariableId>, stepChanges: boolean): readonly Variation[] {
  const found = model.variables.map(({ id }) => ({ futures: inputs.has(id), time: isTime(model, id) }));
  for (const id of steppedAlone(model)) found[id]!.futures = true;
  let changed = true;
  while (changed) {
    changed = false;
    for (const equation of model.equations) {
      const before = found[equation.variable]!;
      const after = join(before, ownVariation(equation.definition, found, stepChanges));
      if (after.futures === before.futures && after.time === before.time) continue;
      found[equation.variable] = after;
      changed = true;
    }
  }
  return found;
}

/** Under an adaptive method each future goes by steps of its own, so that no stock is the same in all of them. */
function steppedAlone({ equations, simulation }: Model): readonly VariableId[] {
  if (simulation.method !== "rk45") return [];
  return equations.filter(({ definition }) => definition.kind === "stock").map(({ variable }) => variable);
}

const isTime = ({ simulation }: Model, id: VariableId): boolean => simulation.timeVariables.time === id;

function ownVariation(definition: Definition, found: readonly Variation[], stepChanges: boolean): Variation {
  const { futures, time } = definitionParts(definition)
    .map((part) => variationOf(part, found, stepChanges))
    .reduce(join, fixed);
  switch (definition.kind) {
    case "constant":
    case "lookup":
      return fixed;
    case "auxiliary":
      // One with a value of its own at start-up changes from that to its first.
      return { futures, time: time || definition.initial !== undefined };
    case "initial":
      return { futures, time: false };
    case "stock":
    case "pipeline":
    case "sample":
    case "previous":
    case "data":
      return { futures, time: true };
  }
}

/** The expressions of a definition. */
export function definitionParts(definition: Definition): readonly Expr[] {
  switch (definition.kind) {
    case "constant":
    case "lookup":
    case "data":
      return [];
    case "auxiliary":
      return definition.initial === undefined ? [definition.value] : [definition.value, definition.initial];
    case "initial":
      return [definition.value];
    case "stock":
      return [definition.initial, definition.rate];
    case "pipeline":
      return [definition.input, definition.delay, definition.initial];
    case "sample":
      return [definition.condition, definition.input, definition.initial];
    case "previous":
      return [definition.input, definition.initial];
  }
}

/** What the value of an expression varies with. */
export function variationOf(expr: Expr, found: readonly Variation[], stepChanges: boolean): Variation {
  switch (expr.kind) {
    case "number":
    case "position":
      return fixed;
    case "variable":
      return found[expr.id]!;
    case "call":
      return expr.args
        .map((arg) => variationOf(arg, found, stepChanges))
        .reduce(join, ofMeaning(expr.builtin.behaviour.meaning, stepChanges));
    case "lookup":
      return variationOf(expr.x, found, stepChanges);
    case "reduce":
      return variationOf(expr.body, found, stepChanges);
    case "element":
      return join(found[expr.id]!, variationOf(expr.offset, found, stepChanges));
    case "fold":
      return join(variationOf(expr.start, found, stepChanges), variationOf(expr.next, found, stepChanges));
    case "carried":
      return fixed;
  }
}

function ofMeaning(meaning: Term, stepChanges: boolean): Variation {
  const readings = clockReadings(meaning);
  return {
    futures: readings.some((reading) => reading === "future" || reading === "keyLow" || reading === "keyHigh"),
    time: readings.some(
      (reading) =>
        reading === "time" || reading === "stepTime" || reading === "moment" || (stepChanges && reading === "step"),
    ),
  };
}

function clockReadings(term: Term): readonly ClockReading[] {
  switch (term.kind) {
    case "literal":
    case "argument":
      return [];
    case "clock":
      return [term.reading];
    case "primitive":
      return term.args.flatMap(clockReadings);
  }
}

/** Whether a model draws random numbers. */
export function drawsNoise({ equations }: Model): boolean {
  return equations.some(({ definition }) => definitionParts(definition).some(drawsNoiseIn));
}

function drawsNoiseIn(expr: Expr): boolean {
  switch (expr.kind) {
    case "number":
    case "position":
    case "variable":
      return false;
    case "call":
      return clockReadings(expr.builtin.behaviour.meaning).includes("future") || expr.args.some(drawsNoiseIn);
    case "lookup":
      return drawsNoiseIn(expr.x);
    case "reduce":
      return drawsNoiseIn(expr.body);
    case "element":
      return drawsNoiseIn(expr.offset);
    case "fold":
      return drawsNoiseIn(expr.start) || drawsNoiseIn(expr.next);
    case "carried":
      return false;
  }
}

const join = (a: Variation, b: Variation): Variation => ({
  futures: a.futures || b.futures,
  time: a.time || b.time,
});

/** The variables that an expression reads; a lookup's table is not one of them. */
export function variablesIn(expr: Expr): readonly VariableId[] {
  switch (expr.kind) {
    case "number":
    case "position":
      return [];
    case "variable":
      return [expr.id];
    case "call":
      return expr.args.flatMap(variablesIn);
    case "lookup":
      return variablesIn(expr.x);
    case "reduce":
      return variablesIn(expr.body);
    case "element":
      return [expr.id, ...variablesIn(expr.offset)];
    case "fold":
      return [...variablesIn(expr.start), ...variablesIn(expr.next)];
    case "carried":
      return [];
  }
}
