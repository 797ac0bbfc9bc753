import type { Diagnostic, Model, Outcome, VariableId } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import { type Schedule, slack, type Times } from "../schedule/schedule.ts";
import { equationReads } from "../variation/reads.ts";
import type { Memory } from "./memory.ts";
import { startedMemory, timesOf } from "./startup.ts";
import { advanceAll, computeMoment } from "./step.ts";

// A run whose times change is followed step by step and kept as a list: this many are 16 MB.
const mostMoments = 1e6;

/**
 * The schedule of a run whose final time, step or save step change while it goes. They are the same in all futures, so one run of
 * what they need shows them. At each moment they are what their equations say then: the run is over when the final time is
 * reached, the step leads to the next moment, and the next save is a save step after the last (SDXorg test models, "control_vars").
 */
export function recordedSchedule(model: Model, times: Times): Outcome<Schedule | undefined> {
  const memory = startedMemory(onlyTimes(model), times);
  const record = new Record(times);
  for (;;) {
    const now = settledAt(memory, record);
    const fault = faultOf(model, now, record.next);
    if (fault !== undefined) return { value: undefined, diagnostics: [fault] };
    if (!record.add(now)) return { value: record.schedule(), diagnostics: [] };
    advanceAll(memory, record.schedule(), record.next - 1);
  }
}

/** The model with only those equations in its steps that the times depend on. */
function onlyTimes(model: Model): Model {
  const { finalTime, timeStep, saveStep } = model.simulation.timeVariables;
  const needed = new Set<VariableId>([finalTime, timeStep, saveStep]);
  const parts = new Map<VariableId, VariableId[]>();
  for (const [i, { variables }] of equationReads(model).entries()) {
    const { variable } = model.equations[i]!;
    parts.set(variable, [...(parts.get(variable) ?? []), ...variables]);
  }
  for (const id of needed) for (const part of parts.get(id) ?? []) needed.add(part);
  return { ...model, step: model.step.filter(({ equation }) => needed.has(model.equations[equation]!.variable)) };
}

/** The times at the next moment. They may be read off the clock, whose step they set, so they are computed until they stay. */
function settledAt(memory: Memory, record: Record): Times {
  const before = { ...memory.times, step: memory.clock.step };
  let now = before;
  for (let round = 0; round < 4; round++) {
    computeMoment(memory, record.tried(now.step), record.next);
    const next = timesOf(memory, before);
    if (next.step === now.step && round > 0) return next;
    now = next;
  }
  return now;
}

function faultOf(model: Model, { final, step, saveStep }: Times, moments: number): Diagnostic | undefined {
  const { timeVariables } = model.simulation;
  const fault = (id: VariableId, value: number, reason: string) => {
    const { name, span } = model.variables[id]!;
    return report("time-unusable", span, { name, value, reason });
  };
  if (!Number.isFinite(final)) return fault(timeVariables.finalTime, final, "a run must end somewhere");
  if (!(step > 0 && step < Number.POSITIVE_INFINITY))
    return fault(timeVariables.timeStep, step, "a step must be above 0");
  if (!(saveStep > 0)) return fault(timeVariables.saveStep, saveStep, "saves must be some time apart");
  if (moments >= mostMoments) return fault(timeVariables.timeStep, step, "that makes too many steps");
  return undefined;
}

/** Something that is counted from where its length last changed, so that nothing is added up. */
interface Count {
  readonly from: number;
  readonly length: number;
  readonly count: number;
}

const placeOf = ({ from, length, count }: Count): number => from + count * length;

function after(count: Count, at: number, length: number): Count {
  return length === count.length ? { ...count, count: count.count + 1 } : { from: at, length, count: 1 };
}

/** A schedule in the making: the moments so far. */
class Record {
  readonly #times: Times;
  readonly #moments = { times: [] as number[], lengths: [] as number[] };
  readonly #saves: number[] = [];
  #steps: Count;
  #nextSave: Count;
  /** The moment that is next to be added. */
  next = 0;

  constructor(times: Times) {
    this.#times = times;
    this.#steps = { from: times.initial, length: times.step, count: 0 };
    this.#nextSave = { from: times.initial, length: times.saveStep, count: 0 };
  }

  schedule(): Schedule {
    const { initial, final, step } = this.#times;
    return { initial, final, step, steps: this.next - 1, saves: this.#saves, moments: this.#moments };
  }

  /** The schedule with the next moment in it, if the step after it has some length. */
  tried(length: number): Schedule {
    this.#moments.times[this.next] = placeOf(this.#steps);
    this.#moments.lengths[this.next] = length;
    return this.schedule();
  }

  /** Adds the next moment, at which the times are these; false where the run ends with it. */
  add({ final, step, saveStep }: Times): boolean {
    this.tried(step);
    const time = placeOf(this.#steps);
    this.#save(time, step, Math.max(saveStep, step));
    this.#steps = after(this.#steps, time, step);
    this.next++;
    return time + step <= final + slack * step;
  }

  /** Saves fall on the moment nearest to where they should, as in a schedule of even steps. */
  #save(time: number, step: number, saveStep: number): void {
    const isDue = () => placeOf(this.#nextSave) - time < step / 2;
    if (isDue()) this.#saves.push(this.next);
    while (isDue()) this.#nextSave = after(this.#nextSave, time, saveStep);
  }
}
