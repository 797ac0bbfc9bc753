import type { IntegrationMethod } from "@sequitur/model";
import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import type { Plan } from "../plan/plan.ts";
import type { StockArea } from "../plan/stocks.ts";
import { overFrames, routineSignature } from "./frames.ts";
import type { MemoryMap } from "./memory-map.ts";

/** One of the moves of a step, after which everything is computed for the stocks as they then are, but for the last. */
export interface Move {
  /** Moves the stocks of all futures; none where there are no stocks. */
  readonly functions: readonly FunctionHandle[];
  /** How far into the step this is. */
  readonly part: number;
}

/**
 * What a move does to each stock s, whose rate is k: `interpret/integrate.ts` has the formulas. The first move of several
 * remembers where the stock was, the last begins there with the weighted sum of the rates.
 */
interface MoveKind {
  readonly part: number;
  /** Of the step's length. */
  readonly by: number;
  readonly first: boolean;
  readonly last: boolean;
  /** How often the rate counts in the sum; 0 where there is none. */
  readonly weight: 0 | 1 | 2;
}

const moveKinds: Readonly<Record<IntegrationMethod, readonly MoveKind[]>> = {
  euler: [{ part: 1, by: 1, first: true, last: true, weight: 0 }],
  rk2: [
    { part: 0.5, by: 1 / 2, first: true, last: false, weight: 0 },
    { part: 1, by: 1, first: false, last: true, weight: 0 },
  ],
  heun: [
    { part: 1, by: 1, first: true, last: false, weight: 1 },
    { part: 1, by: 1 / 2, first: false, last: true, weight: 1 },
  ],
  rk4: [
    { part: 0.5, by: 1 / 2, first: true, last: false, weight: 1 },
    { part: 0.5, by: 1 / 2, first: false, last: false, weight: 2 },
    { part: 1, by: 1, first: false, last: false, weight: 2 },
    { part: 1, by: 1 / 6, first: false, last: true, weight: 1 },
  ],
  // Its moves are those of `adaptive-step.ts`.
  rk45: [],
};

export function moveFunctions(module: ModuleBuilder, plan: Plan, map: MemoryMap): readonly Move[] {
  return moveKinds[plan.method].map((kind, i) => {
    const functions = (["shared", "frame"] as const).flatMap((space) =>
      plan[space].stocks.count === 0 ? [] : [moveFunction(module, plan, map, space, kind, `${space} move ${i + 1}`)],
    );
    return { functions, part: kind.part };
  });
}

function moveFunction(
  module: ModuleBuilder,
  plan: Plan,
  map: MemoryMap,
  space: "shared" | "frame",
  kind: MoveKind,
  name: string,
): FunctionHandle {
  const f = module.function(name, routineSignature);
  const base = f.local("i32");
  const h = stepLength(f, plan, map, kind);
  if (space === "frame") overFrames(f, base, map, () => moveStocks(f, base, plan.frame.stocks, h, kind));
  else {
    f.i32(map.spaces.shared);
    f.set(base);
    moveStocks(f, base, plan.shared.stocks, h, kind);
  }
  return f;
}

/** What pushes the length of the step as the interpreter has it: h, h/2, h/6. */
function stepLength(f: FunctionBuilder, { schedule, clock }: Plan, map: MemoryMap, { by }: MoveKind): () => void {
  const divisor = by === 1 ? 1 : by === 1 / 2 ? 2 : 6;
  if (clock.step === undefined) return () => f.f64x2(schedule.step / divisor);
  const h = f.local("v128");
  f.i32(0);
  f.access("v128.load", map.spaces.shared + clock.step);
  f.f64x2(divisor);
  f.op("f64x2.div");
  f.set(h);
  return () => f.get(h);
}

function moveStocks(f: FunctionBuilder, base: Local, area: StockArea, h: () => void, kind: MoveKind): void {
  const end = f.local("i32");
  const at = f.local("i32");
  f.get(base);
  f.tee(at);
  f.i32(area.count * 16);
  f.op("i32.add");
  f.set(end);
  f.loop((again) => {
    moveStock(f, at, area, h, kind);
    f.get(at);
    f.i32(16);
    f.op("i32.add");
    f.tee(at);
    f.get(end);
    f.op("i32.lt_u");
    f.brIf(again);
  });
}

function moveStock(f: FunctionBuilder, at: Local, area: StockArea, h: () => void, kind: MoveKind): void {
  const { first, last } = kind;
  const [rate, start] = [f.local("v128"), f.local("v128")];
  load(f, at, area.rate);
  f.set(rate);
  if (kind.weight > 0) addToSum(f, at, area, rate, kind);
  load(f, at, first ? area.stock : area.start);
  f.set(start);
  if (first && !last) store(f, at, area.start, () => f.get(start));
  store(f, at, area.stock, () => {
    f.get(start);
    f.get(rate);
    h();
    f.op("f64x2.mul");
    f.op("f64x2.add");
  });
}

/** Adds the rate to the sum; at last, the sum goes in its stead. */
function addToSum(
  f: FunctionBuilder,
  at: Local,
  area: StockArea,
  rate: Local,
  { first, last, weight }: MoveKind,
): void {
  const sum = f.local("v128");
  f.get(rate);
  if (weight === 2) {
    f.get(rate);
    f.op("f64x2.add");
  }
  f.set(sum);
  if (!first) {
    load(f, at, area.sum);
    f.get(sum);
    f.op("f64x2.add");
    f.set(sum);
  }
  if (last) {
    f.get(sum);
    f.set(rate);
  } else store(f, at, area.sum, () => f.get(sum));
}

function load(f: FunctionBuilder, at: Local, offset: number): void {
  f.get(at);
  f.access("v128.load", offset);
}

function store(f: FunctionBuilder, at: Local, offset: number, push: () => void): void {
  f.get(at);
  push();
  f.access("v128.store", offset);
}
