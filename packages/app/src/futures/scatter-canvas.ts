import { type FuturesAxis, placeOf } from "./futures-axis.ts";
import { penFor } from "./lines-canvas.ts";

/** Where points lie, in CSS pixels. */
export interface ScatterPlace {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Futures drawn alike: a dot, a cross, or a ring for the one that is open. */
export interface Marks {
  readonly rows: readonly number[];
  readonly mark: "speck" | "dot" | "cross" | "ring";
  readonly colour: string;
  readonly opacity: number;
}

export function pointOf(x: FuturesAxis, y: FuturesAxis, place: ScatterPlace, row: number): readonly [number, number] {
  const { width, height, left, right, top, bottom } = place;
  return [
    left + (width - left - right) * placeOf(x, x.values[row]!),
    height - bottom - (height - top - bottom) * placeOf(y, y.values[row]!),
  ];
}

/** The value of an axis under a place between its ends. */
export function valueAtPlace({ low, high }: FuturesAxis, place: number): number {
  return low + Math.min(1, Math.max(0, place)) * (high - low);
}

export function drawScatter(
  canvas: HTMLCanvasElement,
  x: FuturesAxis,
  y: FuturesAxis,
  place: ScatterPlace,
  marks: readonly Marks[],
): void {
  const pen = penFor(canvas, place.width, place.height);
  for (const { rows, mark, colour, opacity } of marks) {
    Object.assign(pen, {
      strokeStyle: colour,
      fillStyle: colour,
      globalAlpha: opacity,
      lineWidth: mark === "ring" ? 2.4 : 1.2,
    });
    for (const row of rows) draw(pen, mark, ...pointOf(x, y, place, row));
  }
}

function draw(pen: CanvasRenderingContext2D, mark: Marks["mark"], x: number, y: number): void {
  switch (mark) {
    case "speck":
      pen.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
      return;
    case "dot":
      pen.beginPath();
      pen.arc(x, y, 2.4, 0, 2 * Math.PI);
      pen.fill();
      return;
    case "ring":
      pen.beginPath();
      pen.arc(x, y, 7, 0, 2 * Math.PI);
      pen.stroke();
      return;
    case "cross":
      pen.beginPath();
      pen.moveTo(x - 2.6, y - 2.6);
      pen.lineTo(x + 2.6, y + 2.6);
      pen.moveTo(x - 2.6, y + 2.6);
      pen.lineTo(x + 2.6, y - 2.6);
      pen.stroke();
      return;
  }
}
