import { compile, instantiate, type Machine } from "@sequitur/engine";
import type { Model, Variable } from "@sequitur/model";
import { type Study, textIn } from "@sequitur/study";

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
  /**
   * Runs one future a row.
   * @param rows  shape [future][control]
   * @returns     shape [future][series], each a series over `times`
   */
  run(rows: readonly (readonly number[])[]): readonly (readonly Float64Array[])[];
}

/** The playground of a study: its levers and uncertainties against its measures and what was observed. */
export function studyPlayground(study: Study): Promise<Playground> {
  const controls = [
    ...study.levers.map((lever) => control(lever, "lever", lever.step)),
    ...study.uncertainties.map((uncertainty) => control(uncertainty, "assumption", undefined)),
  ];
  return playground(study.model, controls, studySeries(study), study.time.decision);
}

/** The playground of a model alone: its scalar constants against everything that moves. */
export function modelPlayground(model: Model): Promise<Playground> {
  const controls = model.variables
    .filter((variable) => isMovable(model, variable))
    .map((variable) => constantControl(model, variable));
  const outputs = model.variables.filter(
    ({ role, axes, hidden }) => (role === "stock" || role === "auxiliary") && axes.length === 0 && !hidden,
  );
  const series = outputs.map(({ name, unitsText }) => ({
    name,
    label: name,
    unit: unitsText,
    observed: undefined,
    source: undefined,
  }));
  return playground(model, controls, series, undefined);
}

async function playground(
  model: Model,
  controls: readonly Control[],
  series: readonly Series[],
  decision: number | undefined,
): Promise<Playground> {
  const { program, diagnostics } = compile(model, {
    inputs: controls.map(({ name }) => name),
    outputs: series.map(({ name }) => name),
  });
  if (program === undefined)
    throw new Error(`The model does not compile: ${diagnostics.map(({ code }) => code).join(", ")}.`);
  const machine = await instantiate(program);
  return { controls, series, times: program.layout.times, decision, run: (rows) => runRows(machine, rows) };
}

function runRows(machine: Machine, rows: readonly (readonly number[])[]): readonly (readonly Float64Array[])[] {
  const { times, outputs } = machine.layout;
  const saves = times.length;
  const width = outputs.length;
  const out = new Float64Array(rows.length * saves * width);
  machine.runMany(Float64Array.from(rows.flat()), out, rows.length);
  return rows.map((_, row) =>
    outputs.map((_, column) =>
      Float64Array.from({ length: saves }, (_, save) => out[(row * saves + save) * width + column]!),
    ),
  );
}

function control(
  of: Study["levers"][number] | Study["uncertainties"][number],
  role: Control["role"],
  step: number | undefined,
): Control {
  const { variable: name, label, says, unit, low, high, value } = of;
  return {
    name,
    label: textIn(label, "en"),
    says: says === undefined ? "" : textIn(says, "en"),
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
      seen.set(variable, { name: variable, label: textIn(label, "en"), unit, observed: undefined, source: undefined });
  }
  for (const { variable, label, unit, times, values, sources } of study.history) {
    const before = seen.get(variable);
    const named = before ?? { name: variable, label: textIn(label, "en"), unit };
    seen.set(variable, { ...named, observed: { times, values }, source: `Observed: ${sources.join(", ")}` });
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
