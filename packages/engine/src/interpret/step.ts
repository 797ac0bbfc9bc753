import type { Equation } from "@sequitur/model";
import { turnCount, turnsOf } from "../element/element.ts";
import { type Schedule, stepAt, timeAt } from "../schedule/schedule.ts";
import { evaluate } from "./evaluate.ts";
import { integrate } from "./integrate.ts";
import type { Memory } from "./memory.ts";
import { advance } from "./pipeline.ts";
import { eachTurn, pipelineKey, readSeries, setTimeVariable, store } from "./startup.ts";

/** Computes all there is at a moment, from what stocks, pipelines and the like hold. */
export function computeMoment(memory: Memory, schedule: Schedule, moment: number): void {
  memory.clock.time = memory.clock.stepTime = timeAt(schedule, moment);
  memory.clock.step = stepAt(schedule, moment);
  memory.clock.moment = moment;
  setTimeVariable(memory);
  readSeries(memory);
  computeStep(memory, "moment");
}

/** Moves stocks, pipelines and the like on to the next moment, all together. */
export function advanceAll(memory: Memory, schedule: Schedule, moment: number): void {
  const inputs = heldInputs(memory);
  integrate(memory, stepAt(schedule, moment), (part) => {
    memory.clock.time = timeAt(schedule, moment, part);
    setTimeVariable(memory);
    computeStep(memory, "between");
  });
  for (const { equation, turn, input } of inputs) {
    const key = pipelineKey(equation, turn);
    const value = equation.definition.kind === "pipeline" ? advance(memory.pipelines.get(key)!, input) : input;
    store(equation, turn, value, memory);
  }
}

/** Within a Runge-Kutta step, samples keep what they took at its start. */
function computeStep(memory: Memory, at: "moment" | "between"): void {
  for (const evaluation of memory.model.step)
    eachTurn(memory.model, evaluation, (equation, turn) => {
      const value = stepValue(equation, turnsOf(equation.loops, turn), memory, at);
      if (value !== undefined) store(equation, turn, value, memory);
    });
}

function stepValue(
  { definition }: Equation,
  turns: readonly number[],
  memory: Memory,
  at: "moment" | "between",
): number | undefined {
  if (definition.kind === "auxiliary") return evaluate(definition.value, turns, memory);
  if (definition.kind !== "sample" || at === "between") return undefined;
  const input = evaluate(definition.input, turns, memory);
  return evaluate(definition.condition, turns, memory) === 0 ? undefined : input;
}

interface HeldInput {
  readonly equation: Equation;
  readonly turn: number;
  readonly input: number;
}

/** What goes into each pipeline and each PREVIOUS at this moment. */
function heldInputs(memory: Memory): readonly HeldInput[] {
  const inputs: HeldInput[] = [];
  for (const equation of memory.model.equations) {
    const { definition, loops } = equation;
    if (definition.kind !== "pipeline" && definition.kind !== "previous") continue;
    for (let turn = 0; turn < turnCount(loops); turn++)
      inputs.push({ equation, turn, input: evaluate(definition.input, turnsOf(loops, turn), memory) });
  }
  return inputs;
}
