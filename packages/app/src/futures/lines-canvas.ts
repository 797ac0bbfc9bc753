import { type FuturesAxis, placeOf } from "./futures-axis.ts";

/** Some futures to be drawn alike. */
export interface Strokes {
  /** Their rows. */
  readonly rows: readonly number[];
  readonly colour: string;
  readonly opacity: number;
  readonly width: number;
  readonly dashed: boolean;
}

/** Where axes lie: a line across for each, one below the other; in CSS pixels. */
export interface AxesPlace {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Of each axis. */
  readonly tops: readonly number[];
}

/** More lines than this tell the eye nothing more, and cost a frame. */
export const mostLines = 3000;

/** A path for so many futures at a time: where lines lie over each other it grows darker, as one path would not. */
const together = 16;

/** Draws futures as lines from axis to axis, downwards. */
export function drawLines(
  canvas: HTMLCanvasElement,
  axes: readonly FuturesAxis[],
  place: AxesPlace,
  strokes: readonly Strokes[],
): void {
  const pen = penFor(canvas, place.width, place.height);
  const across = place.width - place.left - place.right;
  const xs = axes.map((axis) => (row: number) => place.left + across * placeOf(axis, axis.values[row]!));
  for (const { rows, colour, opacity, width, dashed } of strokes) {
    Object.assign(pen, { strokeStyle: colour, globalAlpha: opacity, lineWidth: width, lineJoin: "round" });
    pen.setLineDash(dashed ? [4, 3] : []);
    for (let from = 0; from < rows.length; from += together) {
      pen.beginPath();
      for (const row of rows.slice(from, from + together))
        xs.forEach((x, at) => {
          if (at === 0) pen.moveTo(x(row), place.tops[at]!);
          else pen.lineTo(x(row), place.tops[at]!);
        });
      pen.stroke();
    }
  }
}

/** A cleared canvas of so many CSS pixels, as sharp as the screen is. */
export function penFor(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = globalThis.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("A canvas has one kind of context, and this is its first.");
  pen.scale(ratio, ratio);
  return pen;
}

/** An even choice of at most `most`. */
export function thinned(rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)]!);
}
