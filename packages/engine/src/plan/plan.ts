import type { IntegrationMethod, Model, VariableId } from "@sequitur/model";
import { type Element, sizeOf } from "../element/element.ts";
import { startedMemory } from "../interpret/startup.ts";
import { computeMoment } from "../interpret/step.ts";
import { pieceMaker, tablesOf } from "../lookup/tables.ts";
import { noiseWidth } from "../random/noise-row.ts";
import type { Schedule, Times } from "../schedule/schedule.ts";
import type { Variation } from "../variation/variation.ts";
import type { Basis, ClockPlaces } from "./basis.ts";
import { LoopMaker } from "./expression.ts";
import {
  betweenStatements,
  frameMoment,
  type Kept,
  type MomentStatements,
  sharedMoment,
  sharedStart,
} from "./moment.ts";
import { needsOf } from "./need.ts";
import { Places } from "./places.ts";
import { type Cursor, placeRings } from "./rings.ts";
import { stored } from "./routine.ts";
import { startStatements } from "./start.ts";
import type { Statement } from "./statement.ts";
import { placeStocks, type StockArea } from "./stocks.ts";

/** What a program is to do, in order, and what lies where in its memory: all that there is to decide before writing code. */
export interface Plan {
  readonly schedule: Schedule;
  readonly method: IntegrationMethod;
  readonly inputCount: number;
  readonly outputCount: number;
  readonly places: Places;
  readonly clock: ClockPlaces;
  readonly cursors: readonly Cursor[];
  readonly shared: SpacePlan;
  readonly frame: SpacePlan;
}

/** What one space does: `start` before the first moment, then at each moment, and between moments under Runge-Kutta. */
export interface SpacePlan extends MomentStatements {
  readonly start: readonly Statement[];
  readonly between: readonly Statement[];
  readonly stocks: StockArea;
}

export interface PlanRequest {
  readonly model: Model;
  readonly method: IntegrationMethod;
  readonly times: Times;
  readonly schedule: Schedule;
  readonly variations: readonly Variation[];
  readonly inputs: readonly Element[];
  readonly outputs: readonly Element[];
  /** Whether it draws random numbers. */
  readonly noisy: boolean;
}

export function planOf(request: PlanRequest): Plan {
  const { model, schedule, variations, outputs, method } = request;
  const { memory, atStart } = firstMoment(request);
  const places = new Places(model);
  const clock = placeClock(model, schedule, places);
  const needs = needsOf(model, variations, wanted(model, method, outputs));
  const basis: Basis = {
    model,
    schedule,
    variations,
    needs,
    places,
    loops: new LoopMaker(),
    tables: tablesOf(model),
    piecesOf: pieceMaker(),
    atStart,
    atMoment: memory.values,
    clock,
    inputAt: inputFinder(model, request.inputs),
    noiseInputs: noiseInputsAfter(request.inputs.length),
  };
  const cursors: Cursor[] = [];
  const keptIn = (space: "shared" | "frame"): Kept => ({
    space,
    stocks: placeStocks(basis, space),
    rings: placeRings(basis, space, memory.pipelines, cursors),
  });
  const kept = { shared: keptIn("shared"), frame: keptIn("frame") };
  const between = (of: Kept) => (method === "euler" ? [] : betweenStatements(basis, of));
  // The pairs' own routines come first: what they read of the others is then known to be wanted in memory.
  const frame = { ...frameMoment(basis, kept.frame, outputs), between: between(kept.frame) };
  const shared = { ...sharedMoment(basis, kept.shared), save: [], between: between(kept.shared) };
  const start = { frame: startStatements(basis, kept.frame.rings), shared: sharedStart(basis, kept.shared) };
  return {
    schedule,
    method,
    inputCount: request.inputs.length + (request.noisy ? noiseWidth : 0),
    outputCount: outputs.length,
    places,
    clock,
    cursors,
    shared: finished({ ...shared, start: start.shared, stocks: kept.shared.stocks.area }, places),
    frame: finished({ ...frame, start: start.frame, stocks: kept.frame.stocks.area }, places),
  };
}

/** An adaptive step is as fine as any stock of the model needs it, whichever the outputs are. */
function wanted(model: Model, method: IntegrationMethod, outputs: readonly Element[]): readonly VariableId[] {
  const stocks = method === "rk45" ? model.equations.filter(({ definition }) => definition.kind === "stock") : [];
  return [...new Set([...outputs, ...stocks].map(({ variable }) => variable))];
}

/**
 * What the interpreter finds before the first moment and, of all that stays the same in every run, at it; with the inputs as the
 * model has them.
 */
function firstMoment({ model, times, schedule, variations }: PlanRequest) {
  const memory = startedMemory(model, times);
  const atStart = memory.values.map((values) => values.slice());
  const stays = ({ futures, time }: Variation) => !futures && !time;
  const step = model.step.filter(({ equation }) => stays(variations[model.equations[equation]!.variable]!));
  computeMoment({ ...memory, model: { ...model, step } }, schedule, 0);
  return { memory, atStart };
}

function placeClock(model: Model, { moments }: Schedule, places: Places): ClockPlaces {
  const [time, stepTime, moment] = [0, 0, 0].map(() => places.reserve("shared", 1)) as [number, number, number];
  places.put(model.simulation.timeVariables.time, { space: "shared", offset: time });
  return { time, stepTime, moment, step: moments && places.reserve("shared", 1) };
}

function inputFinder(model: Model, inputs: readonly Element[]): Basis["inputAt"] {
  const found = new Map<VariableId, (number | undefined)[]>();
  for (const [index, { variable, offset }] of inputs.entries()) {
    const elements = found.get(variable) ?? new Array<undefined>(sizeOf(model.variables[variable]!)).fill(undefined);
    found.set(variable, elements.with(offset, index));
  }
  return (id, offset) => found.get(id)?.[offset];
}

const noiseInputsAfter = (inputs: number) => ({ future: inputs, keyLow: inputs + 1, keyHigh: inputs + 2 });

const finished = (plan: SpacePlan, places: Places): SpacePlan => ({
  ...plan,
  start: stored(plan.start, places),
  compute: stored(plan.compute, places),
  save: stored(plan.save, places),
  commit: stored(plan.commit, places),
  between: stored(plan.between, places),
});
