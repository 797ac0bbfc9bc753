import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import { finestLevel, stages } from "../schedule/adaptive-step.ts";
import type { AdaptiveMoves } from "./adaptive-step.ts";

/** What an adaptive step asks of the driver that it stands in. */
export interface AdaptiveDriver {
  readonly call: (one: FunctionHandle) => void;
  readonly lengthOfStep: () => void;
  /** Computes everything for the stocks as they are, that part of the step after its start. */
  readonly lookAt: (part: () => void) => void;
}

/** The loops of an adaptive step: over ever finer divisions, and over the parts of each. */
export function writeAdaptiveStep(f: FunctionBuilder, moves: AdaptiveMoves, driver: AdaptiveDriver): void {
  const [parts, part] = [f.local("i32"), f.local("i32")];
  driver.call(moves.begin);
  f.i32(1);
  f.set(parts);
  f.loop((finer) => {
    setPartLength(f, moves, driver, parts);
    driver.call(moves.again);
    f.i32(0);
    f.set(part);
    f.loop((next) => {
      writePart(f, moves, driver, { parts, part });
      f.get(part);
      f.i32(1);
      f.op("i32.add");
      f.tee(part);
      f.get(parts);
      f.op("i32.lt_u");
      f.brIf(next);
    });
    setServed(f, moves);
    driver.call(moves.keep);
    f.get(parts);
    f.i32(1);
    f.op("i32.shl");
    f.set(parts);
    f.i32(0);
    f.access("i32.load", moves.served);
    f.op("i32.eqz");
    f.get(parts);
    f.i32(2 ** finestLevel);
    f.op("i32.le_u");
    f.op("i32.and");
    f.brIf(finer);
  });
  driver.call(moves.finish);
}

function setPartLength(f: FunctionBuilder, { part }: AdaptiveMoves, driver: AdaptiveDriver, parts: Local): void {
  f.i32(0);
  driver.lengthOfStep();
  f.get(parts);
  f.op("f64.convert_i32_u");
  f.op("f64.div");
  f.op("f64x2.splat");
  f.access("v128.store", part);
}

function setServed(f: FunctionBuilder, { served }: AdaptiveMoves): void {
  f.i32(0);
  f.i32(1);
  f.access("i32.store", served);
}

function writePart(
  f: FunctionBuilder,
  moves: AdaptiveMoves,
  driver: AdaptiveDriver,
  { parts, part }: { readonly parts: Local; readonly part: Local },
): void {
  for (const [i, { at }] of stages.entries()) {
    driver.call(moves.stages[i]!);
    driver.lookAt(() => {
      f.get(part);
      f.op("f64.convert_i32_u");
      f.f64(at);
      f.op("f64.add");
      f.get(parts);
      f.op("f64.convert_i32_u");
      f.op("f64.div");
    });
  }
  driver.call(moves.judge);
}
