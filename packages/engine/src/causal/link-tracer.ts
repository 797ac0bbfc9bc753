import type { Model, Outcome } from "@sequitur/model";
import { compile } from "../compile.ts";
import type { Element } from "../element/element.ts";
import { withSettings } from "../element/settings.ts";
import { evaluate } from "../interpret/evaluate.ts";
import type { Memory } from "../interpret/memory.ts";
import { scheduleOf } from "../interpret/schedule-of.ts";
import { readSeries, setTimeVariable, settledTimes, startedMemory } from "../interpret/startup.ts";
import { instantiate, type Machine } from "../machine.ts";
import type { ElementName, Program } from "../program.ts";
import { calm, noiseKey, type RunNoise } from "../random/noise-key.ts";
import { type Schedule, stepAt, timeAt } from "../schedule/schedule.ts";
import { variationsOf } from "../variation/variation.ts";
import { type CausalLinks, type CausalNode, causalLinks } from "./causal-links.ts";

/** What a step of a run says about every link. */
export interface LinkStep {
  /** At the end of the step. */
  readonly time: number;
  /** Of each node, at its start and at its end. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /**
   * For each "instant" link, what `to` would be if `from` alone had its value of the end, and all else that it reads, the time too,
   * were as at the start. NaN where `from` has not changed, and for the other links.
   */
  readonly alone: Float64Array;
}

/** Follows the links of one model through its runs. */
export interface LinkTracer {
  readonly causal: CausalLinks;
  /** Every step's end, the start first. */
  readonly times: readonly number[];
  /**
   * @param inputs  one number an input of the tracer
   * @param steps   which steps, by the position of their end in `times`, from 1
   */
  follow(inputs: Float64Array, steps: readonly number[], noise?: RunNoise): readonly LinkStep[];
}

/**
 * Runs are compiled, every step saved; a link is then looked at by the interpreter's evaluation of one equation, so only the steps
 * that are asked for cost much. Undefined, without a diagnostic, where a model has too many links.
 * @param inputs  names of the constants that differ from run to run
 */
export async function openLinkTracer(
  model: Model,
  inputs: readonly ElementName[],
): Promise<Outcome<LinkTracer | undefined>> {
  const causal = causalLinks(model);
  if (causal === undefined) return { value: undefined, diagnostics: [] };
  const { value: opened, diagnostics } = openModel(model, inputs, causal);
  if (opened === undefined) return { value: undefined, diagnostics };
  const machine = await instantiate(opened.program);
  const elements = causal.nodes.filter(({ kind }) => kind === "element").map(({ element }) => element);
  const follow: LinkTracer["follow"] = (row, steps, noise = calm) => {
    const run = { ...startRun(opened.model, machine, row, noise), elements };
    return steps.map((step) => linkStep(causal, run, opened.schedule, step));
  };
  return { value: { causal, times: machine.layout.times, follow }, diagnostics };
}

interface OpenModel {
  readonly model: Model;
  readonly program: Program;
  readonly schedule: Schedule;
}

function openModel(
  model: Model,
  inputs: readonly ElementName[],
  { nodes }: CausalLinks,
): Outcome<OpenModel | undefined> {
  const { step } = settledTimes(model);
  const { value: everyStep } = withSettings(model, { [saveStepName(model)]: step });
  const outputs = nodes.filter(({ kind }) => kind === "element").map(({ name }) => name);
  const { program, diagnostics } = compile(everyStep, { inputs, outputs });
  const times = settledTimes(everyStep);
  const { value: schedule } = scheduleOf(everyStep, times, variationsOf(everyStep, new Set()));
  const value = program && schedule && { model: everyStep, program, schedule };
  return { value, diagnostics };
}

function saveStepName({ variables, simulation }: Model): string {
  return variables[simulation.timeVariables.saveStep]!.name;
}

interface TracedRun {
  readonly memory: Memory;
  /** Nodes that are elements, and what each was at every moment. Shape [moment][element]. */
  readonly elements: readonly Element[];
  readonly rows: Float64Array;
}

function startRun(model: Model, machine: Machine, inputs: Float64Array, noise: RunNoise): Omit<TracedRun, "elements"> {
  const { layout } = machine;
  const rows = new Float64Array(layout.times.length * layout.outputs.length);
  machine.runMany(inputs, rows, 1, noise);
  const { value: set } = withSettings(model, Object.fromEntries(layout.inputs.map((name, i) => [name, inputs[i]!])));
  return { memory: startedMemory(set, settledTimes(set), noiseKey(noise)), rows };
}

function linkStep({ nodes, links }: CausalLinks, run: TracedRun, schedule: Schedule, step: number): LinkStep {
  const { memory } = run;
  putMoment(run, schedule, step);
  const after = valuesOf(nodes, memory);
  putMoment(run, schedule, step - 1);
  const before = valuesOf(nodes, memory);
  const alone = Float64Array.from(links, ({ from, to, kind }) => {
    if (kind !== "instant" || after[from] === before[from]) return Number.NaN;
    return valueWith(nodes[from]!, after[from]!, nodes[to]!, memory);
  });
  return { time: timeAt(schedule, step), before, after, alone };
}

/** Puts the memory where the run was at a moment. */
function putMoment({ memory, elements, rows }: TracedRun, schedule: Schedule, moment: number): void {
  memory.clock.time = memory.clock.stepTime = timeAt(schedule, moment);
  memory.clock.step = stepAt(schedule, moment);
  memory.clock.moment = moment;
  setTimeVariable(memory);
  readSeries(memory);
  for (const [i, { variable, offset }] of elements.entries())
    memory.values[variable]![offset] = rows[moment * elements.length + i]!;
}

function valuesOf(nodes: readonly CausalNode[], memory: Memory): Float64Array {
  return Float64Array.from(nodes, (node) =>
    node.kind === "element" ? memory.values[node.element.variable]![node.element.offset]! : computedValue(node, memory),
  );
}

function valueWith(source: CausalNode, value: number, node: CausalNode, memory: Memory): number {
  const values = memory.values[source.element.variable]!;
  const kept = values[source.element.offset]!;
  values[source.element.offset] = value;
  const found = computedValue(node, memory);
  values[source.element.offset] = kept;
  return found;
}

function computedValue({ element, computed }: CausalNode, memory: Memory): number {
  const { value, condition, turns } = computed!;
  const keeps = condition !== undefined && evaluate(condition, turns, memory) === 0;
  return keeps ? memory.values[element.variable]![element.offset]! : evaluate(value, turns, memory);
}
