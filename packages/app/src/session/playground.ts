import { compile, type Program } from "@sequitur/engine";
import type { Model, Variable } from "@sequitur/model";
import type { Study } from "@sequitur/study";
import { said, words } from "../language/language.ts";
import { openPrograms, type Programs, type RunRows } from "./program-run.ts";

/** A constant that the reader can move. */
export interface Control {
  readonly name: string;
  readonly label: string;
  readonly says: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** The model's own value. */
  readonly value: number;
  readonly role: "lever" | "assumption";
}

/** A variable that can be looked at. */
export interface Series {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly observed: { readonly times: readonly number[]; readonly values: readonly number[] } | undefined;
  readonly source: string | undefined;
}

/** A compiled model with its controls and series: run as often as a slider moves. */
export interface Playground {
  readonly controls: readonly Control[];
  readonly series: readonly Series[];
  readonly times: readonly number[];
  readonly decision: number | undefined;
  /** What runs them: enough to run them elsewhere too. */
  readonly compiled: Programs;
  /** Takes the controls' values and gives the series, in their order. */
  readonly run: RunRows;
}

/** The playground of a study: its levers and uncertainties against its measures and what was observed. */
export function studyPlayground(study: Study): Promise<Playground> {
  const controls = [
    ...study.levers.map((lever) => control(lever, "lever", lever.step)),
    ...study.uncertainties.map((uncertainty) => control(uncertainty, "assumption", undefined)),
  ];
  return playground(modelsOf(study), controls, studySeries(study), study.time.decision);
}

/** What a reader can move in a model alone: its scalar constants. */
export function modelControls(model: Model): readonly Control[] {
  return model.variables
    .filter((variable) => isMovable(model, variable))
    .map((variable) => constantControl(model, variable));
}

/** What can be looked at in a model alone: every scalar that moves, stocks first. */
export function modelSeries(model: Model): readonly Series[] {
  const of = (wanted: Variable["role"]) =>
    model.variables.filter(({ role, axes, hidden }) => role === wanted && axes.length === 0 && !hidden);
  return [...of("stock"), ...of("auxiliary")].map(({ name, unitsText }) => ({
    name,
    label: name,
    unit: unitsText,
    observed: undefined,
    source: undefined,
  }));
}

/** Models with the same names in them, and the control whose value says which is run: 0 the first. */
interface Models {
  readonly models: readonly Model[];
  readonly chosenBy: number | undefined;
}

function modelsOf({ model, rivalModels, levers }: Study): Models {
  if (rivalModels === undefined) return { models: [model], chosenBy: undefined };
  return {
    models: [model, ...rivalModels.models.map((rival) => rival.model)],
    chosenBy: levers.length + rivalModels.chosenBy,
  };
}

function playground(
  { models, chosenBy }: Models,
  controls: readonly Control[],
  series: readonly Series[],
  decision: number | undefined,
): Promise<Playground> {
  const [first, ...others] = models.map((model) => compiled(model, controls, series));
  return openPlayground({ programs: [first!, ...others], chosenBy }, controls, series, decision);
}

function compiled(model: Model, controls: readonly Control[], series: readonly Series[]): Program {
  const { program, diagnostics } = compile(model, {
    inputs: controls.map(({ name }) => name),
    outputs: series.map(({ name }) => name),
  });
  if (program === undefined)
    throw new Error(`The model does not compile: ${diagnostics.map(({ code }) => code).join(", ")}.`);
  return program;
}

/** @param program  takes the controls as its inputs and gives the series as its outputs, in their order */
export function programPlayground(
  program: Program,
  controls: readonly Control[],
  series: readonly Series[],
  decision: number | undefined,
): Promise<Playground> {
  return openPlayground({ programs: [program], chosenBy: undefined }, controls, series, decision);
}

async function openPlayground(
  compiled: Programs,
  controls: readonly Control[],
  series: readonly Series[],
  decision: number | undefined,
): Promise<Playground> {
  const run = await openPrograms(compiled);
  return { controls, series, times: compiled.programs[0].layout.times, decision, compiled, run };
}

function control(
  of: Study["levers"][number] | Study["uncertainties"][number],
  role: Control["role"],
  step: number | undefined,
): Control {
  const { variable: name, label, says, unit, low, high, value } = of;
  return {
    name,
    label: said(label),
    says: says === undefined ? "" : said(says),
    unit,
    low,
    high,
    step: step ?? sliderStep(low, high),
    value,
    role,
  };
}

function sliderStep(low: number, high: number): number {
  return (high - low) / 200;
}

function studySeries(study: Study): readonly Series[] {
  const seen = new Map<string, Series>();
  for (const { variable, label, unit } of study.measures) {
    if (!seen.has(variable))
      seen.set(variable, { name: variable, label: said(label), unit, observed: undefined, source: undefined });
  }
  for (const { variable, label, unit, times, values, sources } of study.history) {
    const before = seen.get(variable);
    const named = before ?? { name: variable, label: said(label), unit };
    seen.set(variable, { ...named, observed: { times, values }, source: words().chart.observed(sources.join(", ")) });
  }
  return [...seen.values()];
}

function isMovable(model: Model, { id, role, axes, hidden }: Variable): boolean {
  return (
    role === "constant" &&
    axes.length === 0 &&
    !hidden &&
    !Object.values<number>(model.simulation.timeVariables).includes(id)
  );
}

function constantControl(model: Model, variable: Variable): Control {
  const { name, comment, unitsText } = variable;
  const value = constantValue(model, variable);
  const low = variable.low ?? Math.min(0, 2 * value);
  const high = variable.high ?? (value === 0 ? 1 : Math.max(0, 2 * value));
  return {
    name,
    label: name,
    says: comment,
    unit: unitsText,
    low,
    high,
    step: sliderStep(low, high),
    value,
    role: "assumption",
  };
}

function constantValue(model: Model, { id }: Variable): number {
  const definition = model.equations.find(({ variable }) => variable === id)?.definition;
  return definition?.kind === "constant" ? definition.values[0]! : 0;
}
