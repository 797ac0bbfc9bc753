import type { Diagnostic, Model, Outcome, VariableId } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import { type Schedule, schedule, type Times } from "./schedule.ts";

// More moments than this are a slip of the pen (a step in seconds for a century is 3e9).
const mostSteps = 1e8;

/** The schedule that four times make, or what is wrong with them. */
export function usableSchedule(model: Model, times: Times): Outcome<Schedule | undefined> {
  const { initialTime, finalTime, timeStep, saveStep } = model.simulation.timeVariables;
  const faults: Diagnostic[] = [];
  const ask = (fine: boolean, id: VariableId, value: number, reason: string) => {
    const { name, span } = model.variables[id]!;
    if (!fine && faults.length === 0) faults.push(report("time-unusable", span, { name, value, reason }));
  };
  ask(Number.isFinite(times.initial), initialTime, times.initial, "a run must begin somewhere");
  ask(Number.isFinite(times.final), finalTime, times.final, "a run must end somewhere");
  ask(times.final >= times.initial, finalTime, times.final, `the run begins at ${times.initial}`);
  ask(times.step > 0 && times.step < Number.POSITIVE_INFINITY, timeStep, times.step, "a step must be above 0");
  ask(times.saveStep > 0, saveStep, times.saveStep, "saves must be some time apart");
  ask((times.final - times.initial) / times.step <= mostSteps, timeStep, times.step, "that makes too many steps");
  return { value: faults.length === 0 ? schedule(times) : undefined, diagnostics: faults };
}
