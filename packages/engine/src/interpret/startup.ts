import type { Equation, Evaluation, Model, VariableId } from "@sequitur/model";
import { offsetAt, turnCount, turnsOf } from "../element/element.ts";
import { readPieces } from "../lookup/pieces.ts";
import { calm, type NoiseKey, noiseKey } from "../random/noise-key.ts";
import type { Times } from "../schedule/schedule.ts";
import { evaluate } from "./evaluate.ts";
import { emptyMemory, type Memory } from "./memory.ts";
import { pipelineLength } from "./pipeline.ts";

/** The memory at the first moment, with all that is computed before the first step. */
export function startedMemory(model: Model, times: Times, noise: NoiseKey = noiseKey(calm)): Memory {
  const memory = emptyMemory(model, times, noise);
  setTimeVariable(memory);
  for (const equation of model.equations) setConstants(equation, memory);
  readSeries(memory);
  for (const evaluation of model.startup)
    eachTurn(model, evaluation, (equation, turn) => start(equation, turn, memory));
  return memory;
}

/** The four times as the model computes them at start-up. That may use the clock, so they are computed until they stay. */
export function settledTimes(model: Model): Times {
  const written = writtenTimes(model);
  if (written !== undefined) return written;
  const { initialTime, finalTime, timeStep, saveStep } = model.simulation;
  let times: Times = { initial: initialTime, final: finalTime, step: timeStep, saveStep };
  for (let round = 0; round < 4; round++) {
    const next = timesOf(startedMemory(model, times), times);
    if (sameTimes(next, times)) return times;
    times = next;
  }
  return times;
}

/** The four times where each is written as a number: nothing need be computed for them. */
function writtenTimes({ equations, simulation }: Model): Times | undefined {
  const { initialTime, finalTime, timeStep, saveStep } = simulation.timeVariables;
  const wanted = [initialTime, finalTime, timeStep, saveStep];
  const numbers = new Map<VariableId, number>();
  for (const { variable, definition } of equations)
    if (definition.kind === "constant" && wanted.includes(variable)) numbers.set(variable, definition.values[0]!);
  const [initial, final, step, saved] = wanted.map((id) => numbers.get(id) ?? Number.NaN) as [
    number,
    number,
    number,
    number,
  ];
  return [initial, final, step, saved].some(Number.isNaN) ? undefined : { initial, final, step, saveStep: saved };
}

const sameTimes = (a: Times, b: Times): boolean =>
  a.initial === b.initial && a.final === b.final && a.step === b.step && a.saveStep === b.saveStep;

/** What the variables of the four times hold; `written` where one holds nothing. */
export function timesOf({ model, values }: Memory, written: Times): Times {
  const { timeVariables } = model.simulation;
  const read = (id: (typeof timeVariables)["time"], otherwise: number) =>
    Number.isNaN(values[id]?.[0] ?? Number.NaN) ? otherwise : values[id]![0]!;
  return {
    initial: read(timeVariables.initialTime, written.initial),
    final: read(timeVariables.finalTime, written.final),
    step: read(timeVariables.timeStep, written.step),
    saveStep: read(timeVariables.saveStep, written.saveStep),
  };
}

export function setTimeVariable({ model, values, clock }: Memory): void {
  values[model.simulation.timeVariables.time]?.fill(clock.time);
}

/** Data move with the steps, not within them (vensim.com/documentation/rungekutta.html). */
export function readSeries({ seriesPiecesOf, clock }: Memory): void {
  for (const [values, series] of seriesPiecesOf)
    for (const [offset, pieces] of series) values[offset] = readPieces(pieces, clock.stepTime);
}

function setConstants(equation: Equation, memory: Memory): void {
  if (equation.definition.kind !== "constant") return;
  for (const [turn, value] of equation.definition.values.entries()) store(equation, turn, value, memory);
}

/** Calls for one turn of an equation, or for all of them in order. */
export function eachTurn(
  model: Model,
  { equation: id, turn }: Evaluation,
  compute: (equation: Equation, turn: number) => void,
): void {
  const equation = model.equations[id]!;
  if (turn !== undefined) compute(equation, turn);
  else for (let i = 0; i < turnCount(equation.loops); i++) compute(equation, i);
}

function start(equation: Equation, turn: number, memory: Memory): void {
  const value = startValue(equation, turn, memory);
  if (value !== undefined) store(equation, turn, value, memory);
}

function startValue(equation: Equation, turn: number, memory: Memory): number | undefined {
  const { definition, loops } = equation;
  const turns = turnsOf(loops, turn);
  switch (definition.kind) {
    case "auxiliary":
      return evaluate(definition.initial ?? definition.value, turns, memory);
    case "initial":
      return evaluate(definition.value, turns, memory);
    case "stock":
    case "sample":
    case "previous":
      return evaluate(definition.initial, turns, memory);
    case "pipeline": {
      const initial = evaluate(definition.initial, turns, memory);
      const length = pipelineLength(evaluate(definition.delay, turns, memory), memory.times.step);
      memory.pipelines.set(pipelineKey(equation, turn), { initial, length, waiting: [] });
      return initial;
    }
    case "constant":
    case "lookup":
    case "data":
      return undefined;
  }
}

export const pipelineKey = ({ id }: Equation, turn: number): string => `${id}:${turn}`;

export function store({ variable, at, loops }: Equation, turn: number, value: number, { model, values }: Memory): void {
  values[variable]![offsetAt(model.variables[variable]!.axes, at, turnsOf(loops, turn))] = value;
}
