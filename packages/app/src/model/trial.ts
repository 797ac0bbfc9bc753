import { compile, instantiateNow } from "@sequitur/engine";
import type { Model } from "@sequitur/model";

/** A run made to find fault with a model, and what came of it. */
export interface Trial {
  readonly kind: "finite" | "half-step" | "runge-kutta";
  /** The variable that fares worst; undefined where none does. */
  readonly worst: string | undefined;
  /** How far it is off, in its own range over the run; of "finite", how many variables lose their numbers. */
  readonly amount: number;
  readonly passed: boolean;
}

/** A difference below this share of a variable's range cannot be seen in a chart. */
const visible = 0.01;

/**
 * Runs a model as written, with half its time step, and by fourth-order Runge-Kutta: what changes much is the method's doing, not
 * the model's. Sterman 2000, Business Dynamics, 21.4.6, test of integration error.
 */
export function trialsOf(model: Model, outputs: readonly string[]): readonly Trial[] {
  const own = runOf(model, outputs, model.simulation.timeStep);
  if (own === undefined) return [];
  const half = runOf(model, outputs, model.simulation.timeStep / 2);
  const other = runOf({ ...model, simulation: { ...model.simulation, method: "rk4" } }, outputs, undefined);
  return [
    finite(own, outputs),
    ...(half === undefined ? [] : [apart("half-step", own, half, outputs)]),
    ...(other === undefined || model.simulation.method === "rk4" ? [] : [apart("runge-kutta", own, other, outputs)]),
  ];
}

type Columns = readonly Float64Array[];

/** Undefined where it cannot be run so. */
function runOf(model: Model, outputs: readonly string[], timeStep: number | undefined): Columns | undefined {
  const name = model.variables[model.simulation.timeVariables.timeStep]!.name;
  const set = timeStep === undefined || timeStep === model.simulation.timeStep ? {} : { [name]: timeStep };
  const { program } = compile(model, { inputs: [], outputs, set });
  return program && instantiateNow(program).run().columns;
}

function finite(own: Columns, outputs: readonly string[]): Trial {
  const lost = own.flatMap((column, at) => (column.every(Number.isFinite) ? [] : [outputs[at]!]));
  return { kind: "finite", worst: lost[0], amount: lost.length, passed: lost.length === 0 };
}

function apart(kind: Trial["kind"], own: Columns, other: Columns, outputs: readonly string[]): Trial {
  let [worst, amount]: [string | undefined, number] = [undefined, 0];
  for (const [at, column] of own.entries()) {
    const off = farthest(column, other[at]!) / rangeOf(column);
    if (off > amount) [worst, amount] = [outputs[at]!, off];
  }
  return { kind, worst, amount, passed: amount < visible };
}

function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!) || 0);
  return most;
}

/** Of a variable that hardly moves, its size. */
function rangeOf(column: Float64Array): number {
  let [low, high, size] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of column)
    [low, high, size] = [Math.min(low, value), Math.max(high, value), Math.max(size, Math.abs(value))];
  return Math.max(high - low, 1e-3 * size, Number.MIN_VALUE);
}
