import type { Diagnostic, Model, Outcome } from "@sequitur/model";
import { report } from "./diagnostics.ts";
import { type Element, elementName } from "./element/element.ts";
import { findElement, placeOfName } from "./element/find-element.ts";
import { chosenOutputs } from "./element/outputs.ts";
import { constantAt, withSettings } from "./element/settings.ts";
import { emitModule } from "./emit/module.ts";
import { scheduleOf } from "./interpret/schedule-of.ts";
import { settledTimes } from "./interpret/startup.ts";
import { planOf } from "./plan/plan.ts";
import type { CompileRequest, ElementName, Program } from "./program.ts";
import { type Schedule, saveTimes } from "./schedule/schedule.ts";
import { equationReads } from "./variation/reads.ts";
import { drawsNoise, ofOneFuture, variationsOf } from "./variation/variation.ts";

export interface CompileOutcome {
  /** Undefined where an error stands in the way. */
  readonly program: Program | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a model to WebAssembly that runs many futures at once. What the outputs do not need is left out; what is the same in
 * all futures is computed here, or once for all of them.
 */
export function compile(model: Model, request: CompileRequest): CompileOutcome {
  const { value: set, diagnostics: faults } = withSettings(model, request.set ?? {});
  const { value: inputs, diagnostics: unusableInputs } = chosenInputs(set, request);
  const { value: outputs, diagnostics: unknown } = chosenOutputs(set, request.outputs);
  const times = settledTimes(set);
  const reads = equationReads(set);
  const variations = variationsOf(set, new Set(inputs.map(({ variable }) => variable)), reads);
  const { value: schedule, diagnostics: unusable } = scheduleOf(set, times, variations);
  const { method } = set.simulation;
  const diagnostics = [...faults, ...unusableInputs, ...unknown, ...unusable];
  const large = schedule && sizeFault(set, schedule, outputs.length);
  if (large !== undefined) diagnostics.push(large);
  if (diagnostics.some(({ severity }) => severity === "error") || schedule === undefined)
    return { program: undefined, diagnostics };

  const noisy = drawsNoise(reads);
  // A single future shares nothing with others: all that it does is one routine then, without a detour through what is shared.
  const placed = inputs.length === 0 && !noisy ? ofOneFuture(set, variations) : variations;
  const plan = planOf({ model: set, method, times, schedule, variations: placed, inputs, outputs, noisy });
  request.over?.("plan");
  const { bytes, map } = emitModule(plan);
  request.over?.("emit");
  const layout = {
    inputs: inputs.map((element) => elementName(set, element)),
    outputs: outputs.map((element) => elementName(set, element)),
    defaults: inputs.map((element) => defaultOf(set, element)),
    times: saveTimes(schedule),
    block: map.futures,
    memory: map.end,
    inputRows: map.inputs,
    resultRows: map.results,
    noisy,
  };
  return { program: { bytes, layout }, diagnostics };
}

// WebAssembly has room for 4 GB; whoever keeps the results needs as much again.
const mostResultBytes = 2 ** 30;

/** Results of a single run that nothing could hold. */
function sizeFault(model: Model, { saves }: Schedule, outputs: number): Diagnostic | undefined {
  const bytes = saves.length * outputs * 8;
  if (bytes <= mostResultBytes) return undefined;
  const { name, span } = model.variables[model.simulation.timeVariables.saveStep]!;
  return report("run-too-large", span, { name, saves: saves.length, outputs, gigabytes: Math.round(bytes / 1e8) / 10 });
}

function chosenInputs(model: Model, request: CompileRequest): Outcome<readonly Element[]> {
  const chosen: Element[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of request.inputs) {
    const { value: element, diagnostics: faults } = findElement(model, name);
    diagnostics.push(...faults);
    if (element === undefined) continue;
    const fault = inputFault(model, element, chosen, name);
    if (fault !== undefined) diagnostics.push(fault);
    chosen.push(element);
  }
  return { value: chosen, diagnostics };
}

function inputFault(
  model: Model,
  element: Element,
  before: readonly Element[],
  name: ElementName,
): Diagnostic | undefined {
  const isSame = ({ variable, offset }: Element) => variable === element.variable && offset === element.offset;
  if (before.some(isSame)) return report("named-twice", placeOfName(name), { name });
  const constant = constantAt(model, element);
  return typeof constant === "string" ? report(constant, placeOfName(name), { name }) : undefined;
}

/** The number of a constant that `inputFault` has found nothing wrong with. */
function defaultOf(model: Model, element: Element): number {
  const constant = constantAt(model, element);
  if (typeof constant === "string" || constant.equation.definition.kind !== "constant") return Number.NaN;
  return constant.equation.definition.values[constant.turn]!;
}
