import { penFor } from "../futures/lines-canvas.ts";
import type { Fan } from "../session/fan.ts";

/** Where values stand on a canvas, in CSS pixels. */
export interface FanPlace {
  readonly width: number;
  readonly height: number;
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
}

const bands = [
  [0, 4],
  [1, 3],
] as const;

/** Half of the futures in the darker band, nine in ten in the pale one, some of them as thin lines: canvas, since it is drawn at every frame. */
export function fanCanvas({ times, quantiles, draws }: Fan, place: FanPlace, colour: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const pen = penFor(canvas, place.width, place.height);
  Object.assign(canvas.style, {
    position: "absolute",
    inset: "0",
    width: `${place.width}px`,
    height: `${place.height}px`,
  });
  Object.assign(pen, { fillStyle: colour, strokeStyle: colour, lineWidth: 0.8 });
  if (quantiles.length === 0) return canvas;
  pen.globalAlpha = 0.13;
  for (const [low, high] of bands) {
    pen.beginPath();
    trace(pen, place, times, quantiles[low]!);
    trace(pen, place, times.toReversed(), quantiles[high]!.toReversed());
    pen.closePath();
    pen.fill();
  }
  pen.globalAlpha = 0.28;
  for (const draw of draws) {
    pen.beginPath();
    trace(pen, place, times, draw);
    pen.stroke();
  }
  return canvas;
}

function trace(
  pen: CanvasRenderingContext2D,
  { x, y }: FanPlace,
  times: readonly number[],
  values: readonly number[],
): void {
  for (const [at, time] of times.entries()) pen.lineTo(x(time), y(values[at]!));
}

/** The least and the greatest value that it shows. */
export function fanReach({ quantiles, draws }: Fan): readonly number[] {
  const all = [quantiles[0] ?? [], quantiles[4] ?? [], ...draws].flatMap((values) => [least(values), greatest(values)]);
  const finite = all.filter(Number.isFinite);
  return finite.length === 0 ? [] : [least(finite), greatest(finite)];
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

function greatest(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
}
