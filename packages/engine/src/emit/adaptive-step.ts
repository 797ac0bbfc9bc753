import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import type { PlainInstruction } from "../encode/instruction.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import type { AdaptiveArea, StockArea } from "../plan/stocks.ts";
import { errorWeights, stages, tolerance } from "../schedule/adaptive-step.ts";
import { overFrames, routineSignature } from "./frames.ts";
import type { MemoryMap } from "./memory-map.ts";

/** The parts of an adaptive step, each for all futures; `interpret/adaptive-step.ts` says the same for one. */
export interface AdaptiveMoves {
  /** Remembers where the step begins. */
  readonly begin: FunctionHandle;
  /** Goes back there, to try with more parts. */
  readonly again: FunctionHandle;
  /** To each stage of a part. */
  readonly stages: readonly FunctionHandle[];
  /** Judges a part, and goes on from its end. */
  readonly judge: FunctionHandle;
  /** Keeps what is good enough for a future that had nothing good enough yet. */
  readonly keep: FunctionHandle;
  /** Takes what was kept. */
  readonly finish: FunctionHandle;
  /** Where the length of a part is in memory, and whether all futures are served: a 32-bit integer. */
  readonly part: number;
  readonly served: number;
}

export function adaptiveMoves(module: ModuleBuilder, map: MemoryMap, area: StockArea): AdaptiveMoves | undefined {
  const { adaptive } = area;
  if (adaptive === undefined) return undefined;
  const part = map.spaces.shared + adaptive.part;
  const served = map.spaces.shared + adaptive.served;
  const write = (name: string, stock: (w: Writer) => void, frame: { before?: Frame; after?: Frame } = {}) =>
    writeMove(module, map, { name, area, adaptive, part, served }, stock, frame);
  return {
    part,
    served,
    begin: write(
      "begin adaptive step",
      (w) => {
        w.put(adaptive.start, () => w.load(area.stock));
        w.put(adaptive.first, () => w.load(area.rate));
      },
      { after: (w) => w.put(adaptive.done, () => w.f.i64x2(0n)) },
    ),
    again: write(
      "again",
      (w) => {
        w.put(area.stock, () => w.load(adaptive.start));
        w.put(adaptive.from, () => w.load(adaptive.start));
        w.put(adaptive.rates[0]!, () => w.load(adaptive.first));
      },
      { after: (w) => w.put(adaptive.good, () => w.f.i64x2(-1n)) },
    ),
    stages: stages.map(({ weights }, i) => write(`stage ${i + 2}`, (w) => writeStage(w, weights, i))),
    judge: write("judge", writeJudgement),
    keep: write("keep", writeKeep, { after: writeServed }),
    finish: write("finish", (w) =>
      w.put(area.stock, () => {
        w.load(adaptive.kept);
        w.f.f64x2(Number.NaN);
        w.loadFrame(adaptive.done);
        w.op("v128.bitselect");
      }),
    ),
  };
}

type Frame = (w: Writer) => void;

interface Move {
  readonly name: string;
  readonly area: StockArea;
  readonly adaptive: AdaptiveArea;
  readonly part: number;
  readonly served: number;
}

/** Writes what is done for one stock: `at` goes along the stocks of a frame. */
class Writer {
  readonly f: FunctionBuilder;
  readonly area: StockArea;
  readonly adaptive: AdaptiveArea;
  readonly served: number;
  readonly #frame: Local;
  readonly #part: number;
  at: Local;

  constructor(f: FunctionBuilder, { area, adaptive, part, served }: Move, frame: Local) {
    this.f = f;
    this.area = area;
    this.adaptive = adaptive;
    this.served = served;
    this.#part = part;
    this.#frame = frame;
    this.at = frame;
  }

  op(name: PlainInstruction): void {
    this.f.op(name);
  }

  load(offset: number): void {
    this.f.get(this.at);
    this.f.access("v128.load", offset);
  }

  /** What stands once a frame. */
  loadFrame(offset: number): void {
    this.f.get(this.#frame);
    this.f.access("v128.load", offset);
  }

  put(offset: number, push: () => void): void {
    this.f.get(this.at);
    push();
    this.f.access("v128.store", offset);
  }

  putFrame(offset: number, push: () => void): void {
    this.f.get(this.#frame);
    push();
    this.f.access("v128.store", offset);
  }

  /** The length of a part. */
  length(): void {
    this.f.i32(0);
    this.f.access("v128.load", this.#part);
  }

  /** The weighted sum of the rates of the stages. */
  weighted(weights: readonly number[], rates: readonly number[]): void {
    let isFirst = true;
    for (const [stage, weight] of weights.entries()) {
      if (weight === 0) continue;
      this.f.f64x2(weight);
      this.load(rates[stage]!);
      this.op("f64x2.mul");
      if (!isFirst) this.op("f64x2.add");
      isFirst = false;
    }
  }
}

function writeMove(
  module: ModuleBuilder,
  map: MemoryMap,
  move: Move,
  stock: (w: Writer) => void,
  { before, after }: { readonly before?: Frame; readonly after?: Frame },
): FunctionHandle {
  const f = module.function(move.name, routineSignature);
  const [frame, at, end] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const w = new Writer(f, move, frame);
  overFrames(f, frame, map, () => {
    w.at = frame;
    before?.(w);
    f.get(frame);
    f.tee(at);
    f.i32(move.area.count * 16);
    f.op("i32.add");
    f.set(end);
    w.at = at;
    f.loop((again) => {
      stock(w);
      f.get(at);
      f.i32(16);
      f.op("i32.add");
      f.tee(at);
      f.get(end);
      f.op("i32.lt_u");
      f.brIf(again);
    });
    w.at = frame;
    after?.(w);
  });
  return f;
}

/** Remembers the rates of the stage before, and goes to the next. */
function writeStage(w: Writer, weights: readonly number[], before: number): void {
  const { adaptive, area } = w;
  if (before > 0) w.put(adaptive.rates[before]!, () => w.load(area.rate));
  w.put(area.stock, () => {
    w.load(adaptive.from);
    w.length();
    w.weighted(weights, adaptive.rates);
    w.op("f64x2.mul");
    w.op("f64x2.add");
  });
}

function writeJudgement(w: Writer): void {
  const { adaptive, area, f } = w;
  const rates = [...adaptive.rates, area.rate];
  const size = (push: () => void) => {
    push();
    w.op("f64x2.abs");
  };
  const change = (rate: number) =>
    size(() => {
      w.length();
      w.load(rate);
      w.op("f64x2.mul");
    });
  w.putFrame(adaptive.good, () => {
    w.loadFrame(adaptive.good);
    size(() => {
      w.length();
      w.weighted(errorWeights, rates);
      w.op("f64x2.mul");
    });
    f.f64x2(tolerance);
    size(() => w.load(adaptive.from));
    size(() => w.load(area.stock));
    w.op("f64x2.max");
    change(adaptive.rates[0]!);
    change(area.rate);
    w.op("f64x2.max");
    w.op("f64x2.max");
    w.op("f64x2.mul");
    w.op("f64x2.gt");
    w.op("v128.andnot");
  });
  w.put(adaptive.from, () => w.load(area.stock));
  w.put(adaptive.rates[0]!, () => w.load(area.rate));
}

function writeKeep(w: Writer): void {
  const { adaptive, area } = w;
  w.put(adaptive.kept, () => {
    w.load(area.stock);
    w.load(adaptive.kept);
    w.loadFrame(adaptive.good);
    w.loadFrame(adaptive.done);
    w.op("v128.andnot");
    w.op("v128.bitselect");
  });
}

/** A future whose parts are all good enough is served; the driver stops when every one is. */
function writeServed(w: Writer): void {
  const { adaptive, f, served } = w;
  w.put(adaptive.done, () => {
    w.load(adaptive.done);
    w.load(adaptive.good);
    w.op("v128.or");
  });
  f.i32(0);
  f.i32(0);
  f.access("i32.load", served);
  w.load(adaptive.done);
  w.op("i64x2.all_true");
  w.op("i32.and");
  f.access("i32.store", served);
}
