import type { Expr } from "../model.ts";
import type { HiddenMaker } from "./builtin.ts";

/** What is drawn: by which row, within which bounds, how it is stretched and then shifted, and the shapes of the distribution. */
export interface Drawing {
  readonly of: string;
  readonly low?: Expr | undefined;
  readonly high?: Expr | undefined;
  readonly shift?: Expr | undefined;
  readonly stretch?: Expr | undefined;
  readonly shapes?: readonly [Expr] | readonly [Expr, Expr];
  readonly seed: Expr | undefined;
}

/** A number that is drawn once a step, and kept between the stages of a Runge-Kutta step. */
export function drawn(make: HiddenMaker, { of, low, high, shift, stretch, shapes, seed }: Drawing): Expr {
  const number = (value: number) => make.number(value);
  const [first = number(0), second = number(0)] = shapes ?? [];
  const bounds = [low ?? number(Number.NEGATIVE_INFINITY), high ?? number(Number.POSITIVE_INFINITY)];
  const place = make.noisePlace(seed ?? number(0));
  return make.held("draw", make.call(of, ...bounds, shift ?? number(0), stretch ?? number(1), first, second, place));
}
