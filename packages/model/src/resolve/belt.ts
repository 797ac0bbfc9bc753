import type { Axis, DimensionId, Expr, Index, VariableId } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { ConveyorSyntax, LeakSyntax, VariableSyntax } from "../syntax/syntax-tree.ts";
import { addHidden, axisOver, type Draft, type NamedVariable } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import { turnsOf } from "./left-hand-side.ts";
import type { Scope } from "./scope.ts";
import { startValue } from "./start-value.ts";
import { timeNames } from "./time-variables.ts";
import { turnValues } from "./turn-values.ts";

/** The hidden variables that a conveyor is computed in. All have the conveyor's axes, and those of slats one more. */
export interface Belt {
  readonly conveyor: NamedVariable;
  /** The slats, from where things come in to where they come off. */
  readonly axis: Axis;
  readonly sites: readonly BeltSite[];
  /** What lies on each slat at the start of a step. */
  readonly slats: VariableId;
  readonly leaks: readonly BeltLeak[];
  /** The key of the flow that takes what comes off the end. */
  readonly end: string | undefined;
  /** 1 while the belt moves; undefined where it always does. */
  readonly moving: VariableId | undefined;
  /** The most that flows with an equation of their own may bring, in a unit of time; undefined where nothing limits them. */
  readonly room: VariableId | undefined;
}

/** One equation of a conveyor. */
export interface BeltSite {
  readonly syntax: ConveyorSyntax;
  readonly scope: Scope;
  readonly at: readonly Index[];
  readonly length: Expr;
  /** Slats from end to end, by turn, where constants alone give them. */
  readonly steps: readonly number[] | undefined;
  readonly timeStep: number | undefined;
  readonly span: VariableSyntax["nameSpan"];
}

export interface BeltLeak {
  readonly flow: NamedVariable;
  readonly zone: Pick<LeakSyntax, "from" | "to">;
  /** The flow's fraction; it has the axes of the flow. */
  readonly fraction: VariableId;
  /** What leaks from each slat in a step, and what it leaves there. */
  readonly leaking: VariableId;
  readonly kept: VariableId;
  /** Linear leakage only: what each slat's load is to lose in every step, fixed when it came in. */
  readonly schedule: VariableId | undefined;
}

/** The conveyors of a model, by the key of their own name and by those of the flows that fill and drain them. */
export interface Belts {
  readonly all: readonly Belt[];
  readonly byInflow: ReadonlyMap<string, Belt>;
  readonly byOutflow: ReadonlyMap<string, Belt>;
}

export const noBelts: Belts = { all: [], byInflow: new Map(), byOutflow: new Map() };

/** More slats than this are a slip of the pen, and would use up the memory. */
const mostSlats = 100_000;

/** Makes the variables of every conveyor. The constants of the model must have been resolved; nothing else need be. */
export function declareBelts(draft: Draft): Belts {
  const all = [...draft.named.values()].flatMap((variable) => declareBelt(draft, variable) ?? []);
  const byFlow = (direction: "inflows" | "outflows") =>
    new Map(
      all.flatMap((belt) =>
        belt.sites.flatMap(({ syntax }) => syntax[direction].map(({ name }) => [nameKey(name), belt] as const)),
      ),
    );
  return { all, byInflow: byFlow("inflows"), byOutflow: byFlow("outflows") };
}

function declareBelt(draft: Draft, conveyor: NamedVariable): Belt | undefined {
  const sites = conveyor.syntax.flatMap((syntax) => siteOf(draft, conveyor, syntax) ?? []);
  const [first] = sites;
  if (first === undefined) return undefined;
  const size = slatCount(draft, sites);
  const axis = slatAxis(draft, conveyor, size, first.span);
  const slats = hiddenSlats(draft, conveyor, axis, "slats");
  const flows = first.syntax.outflows.flatMap(({ name }) => draft.named.get(nameKey(name)) ?? []);
  const leaks = flows.flatMap((flow) => declareLeak(draft, conveyor, axis, flow, first.syntax.leakage) ?? []);
  const end = flows.find((flow) =>
    flow.syntax.some(({ definition }) => definition.kind === "driven" && !definition.leak),
  );
  if (end === undefined) draft.found.push(report("conveyor-without-end", first.span, { name: conveyor.name }));
  const some = (part: "arrest" | "capacity" | "inflowLimit") => sites.some(({ syntax }) => syntax[part] !== undefined);
  const plain = (name: string) => hiddenBeside(draft, conveyor, name, []);
  return {
    conveyor,
    axis,
    sites,
    slats,
    leaks,
    end: end && nameKey(end.name),
    moving: some("arrest") ? plain("moving") : undefined,
    room: some("arrest") || some("capacity") || some("inflowLimit") ? plain("room") : undefined,
  };
}

function siteOf(draft: Draft, conveyor: NamedVariable, equation: VariableSyntax): BeltSite | undefined {
  const { definition, nameSpan: span } = equation;
  if (definition.kind !== "conveyor") return undefined;
  const { scope, at } = turnsOf(draft, conveyor, equation.subscripts, equation.except);
  const length = resolveExpression(draft, scope, definition.length);
  const steps = constantSteps(draft, scope, length, conveyor.name);
  return { syntax: definition, scope, at, length, steps, timeStep: timeOf(draft, timeNames.timeStep), span };
}

/** Whole steps from end to end, at least one. How isee rounds a length between two steps was not checked. */
export function stepsFor(length: number, step: number): number {
  return Math.max(1, Math.floor(length / step + 0.5));
}

function constantSteps(draft: Draft, scope: Scope, length: Expr, name: string): readonly number[] | undefined {
  const step = timeOf(draft, timeNames.timeStep);
  const lengths = step === undefined ? undefined : turnValues(draft, length, scope.loops);
  if (step === undefined || lengths === undefined || !lengths.values.every(Number.isFinite)) return undefined;
  for (const id of lengths.from) draft.structural.add(id);
  const uneven = lengths.values.find((value) => Math.abs(value / step - stepsFor(value, step)) > 1e-6);
  if (uneven !== undefined) {
    const facts = { name, length: uneven, step, moved: stepsFor(uneven, step) * step };
    draft.found.push(report("conveyor-between-steps", length.span, facts));
  }
  return lengths.values.map((value) => stepsFor(value, step));
}

/**
 * How many slats there must be. Where the length is not known beforehand: one for each step of the run and one more, since what
 * is put further from the end than that does not come off in the run; and enough for what is on the belt at first.
 */
function slatCount(draft: Draft, sites: readonly BeltSite[]): number {
  const step = timeOf(draft, timeNames.timeStep);
  const counts = sites.flatMap(({ steps, length, scope }) => {
    if (steps !== undefined) return steps;
    const [initial, final] = [timeOf(draft, timeNames.initialTime), timeOf(draft, timeNames.finalTime)];
    if (step === undefined || initial === undefined || final === undefined) return 1;
    const first = scope.loops.length === 0 ? (startValue(draft, length)?.value ?? 0) : 0;
    return Math.max(stepsFor(final - initial, step) + 1, stepsFor(first, step));
  });
  const most = Math.max(...counts);
  if (most <= mostSlats) return most;
  const { length, scope } = sites[0]!;
  draft.found.push(
    report("conveyor-too-long", length.span, { name: scope.variable.name, slats: most, most: mostSlats }),
  );
  return 1;
}

/** One of the run's times, which the number of slats is made from, so that it cannot change any more. */
export function timeOf(draft: Draft, name: string): number | undefined {
  const variable = draft.named.get(nameKey(name));
  const span = variable && draft.variables[variable.id]!.span;
  const start = variable && span && startValue(draft, { kind: "variable", id: variable.id, at: [], span });
  if (start === undefined || !Number.isFinite(start.value)) return undefined;
  for (const id of start.from) draft.structural.add(id);
  return start.value;
}

function slatAxis(draft: Draft, { name }: NamedVariable, size: number, span: BeltSite["span"]): Axis {
  const id = (draft.dimensions.all.length + draft.hiddenDimensions.length) as DimensionId;
  const elements = Array.from({ length: size }, (_, index) => `${index + 1}`);
  draft.hiddenDimensions.push({ id, name: `slats of ${name}`, elements, span });
  return { dimension: id, size, elements };
}

function declareLeak(
  draft: Draft,
  conveyor: NamedVariable,
  axis: Axis,
  flow: NamedVariable,
  leakage: ConveyorSyntax["leakage"],
): BeltLeak | undefined {
  const definition = flow.syntax[0]?.definition;
  if (definition?.kind !== "driven" || definition.leak === undefined) return undefined;
  const part = (what: string) => hiddenSlats(draft, conveyor, axis, `${what} ${flow.name}`);
  return {
    flow,
    zone: definition.leak,
    fraction: hiddenBeside(draft, flow, "fraction", []),
    leaking: part("leaking by"),
    kept: part("kept after"),
    schedule: leakage === "linear" ? part("to lose by") : undefined,
  };
}

function hiddenSlats(draft: Draft, conveyor: NamedVariable, axis: Axis, name: string): VariableId {
  return hiddenBeside(draft, conveyor, name, [axis]);
}

/** A hidden variable with the axes of another, and more. */
function hiddenBeside(draft: Draft, { id, axes, name: owner }: NamedVariable, name: string, more: readonly Axis[]) {
  const { group, span } = draft.variables[id]!;
  const own = axes.map(({ dimension, elements }) => axisOver(dimension, elements));
  return addHidden(draft, { name: `${name} of ${owner}`, role: "auxiliary", axes: [...own, ...more], group, span });
}
