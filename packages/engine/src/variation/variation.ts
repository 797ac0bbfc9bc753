import type { ClockReading, Definition, Model, VariableId } from "@sequitur/model";
import { equationReads, type Reads } from "./reads.ts";

/** What makes a variable take another value: another future, another moment of the same one, both, or neither. */
export interface Variation {
  readonly futures: boolean;
  readonly time: boolean;
}

const fixed: Variation = { futures: false, time: false };

/** The variation of each variable, by id, when `inputs` differ from future to future. */
export function variationsOf(
  model: Model,
  inputs: ReadonlySet<VariableId>,
  reads: readonly Reads[] = equationReads(model),
): readonly Variation[] {
  const { timeStep } = model.simulation.timeVariables;
  const even = variationsWhere(model, reads, inputs, false);
  return even[timeStep]?.time ? variationsWhere(model, reads, inputs, true) : even;
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
function variationsWhere(
  model: Model,
  reads: readonly Reads[],
  inputs: ReadonlySet<VariableId>,
  stepChanges: boolean,
): readonly Variation[] {
  const found: Variation[] = model.variables.map(({ id }) => ({ futures: inputs.has(id), time: isTime(model, id) }));
  for (const id of steppedAlone(model)) found[id] = { ...found[id]!, futures: true };
  const readers = readersOf(reads);
  const waiting = model.equations.map((_, i) => i);
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const { variable, definition } = model.equations[i]!;
    const before = found[variable]!;
    const after = join(before, ownVariation(definition, variationOf(reads[i]!, found, stepChanges)));
    if (after.futures === before.futures && after.time === before.time) continue;
    found[variable] = after;
    for (const reader of readers.get(variable) ?? []) waiting.push(reader);
  }
  return found;
}

/** By variable, which equations read it. */
function readersOf(reads: readonly Reads[]): ReadonlyMap<VariableId, readonly number[]> {
  const readers = new Map<VariableId, number[]>();
  for (const [i, { variables }] of reads.entries())
    for (const id of variables) {
      const known = readers.get(id);
      if (known === undefined) readers.set(id, [i]);
      else known.push(i);
    }
  return readers;
}

/** Under an adaptive method each future goes by steps of its own, so that no stock is the same in all of them. */
function steppedAlone({ equations, simulation }: Model): readonly VariableId[] {
  if (simulation.method !== "rk45") return [];
  return equations.filter(({ definition }) => definition.kind === "stock").map(({ variable }) => variable);
}

const isTime = ({ simulation }: Model, id: VariableId): boolean => simulation.timeVariables.time === id;

/** @param parts  what the definition's expressions vary with */
function ownVariation(definition: Definition, { futures, time }: Variation): Variation {
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

/** What a value varies with that is computed from these. */
export function variationOf({ variables, clock }: Reads, found: readonly Variation[], stepChanges: boolean): Variation {
  let [futures, time] = [false, false];
  for (const reading of clock) {
    futures ||= isOfFuture(reading);
    time ||=
      reading === "time" || reading === "stepTime" || reading === "moment" || (stepChanges && reading === "step");
  }
  for (const id of variables) {
    futures ||= found[id]!.futures;
    time ||= found[id]!.time;
  }
  return { futures, time };
}

const isOfFuture = (reading: ClockReading): boolean =>
  reading === "future" || reading === "keyLow" || reading === "keyHigh";

/** Whether a model draws random numbers. */
export function drawsNoise(reads: readonly Reads[]): boolean {
  return reads.some(({ clock }) => clock.includes("future"));
}

const join = (a: Variation, b: Variation): Variation => ({
  futures: a.futures || b.futures,
  time: a.time || b.time,
});
