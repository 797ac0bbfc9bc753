import type { Model } from "@sequitur/model";
import type { FigureYaml } from "../schema/figure.ts";
import { report } from "./diagnostics.ts";
import type { Reading } from "./reading.ts";
import type { Figure } from "./study.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

/** A figure whose times are held against the model's run. */
export function figureOf(reading: Reading, yaml: FigureYaml, at: Part): Figure {
  const figure = plainFigure(yaml);
  const place = inside(at, figure.reduce);
  if (figure.reduce === "at") checkTime(reading, figure.from, place);
  else {
    checkTime(reading, figure.from, inside(place, 0));
    checkTime(reading, figure.to, inside(place, 1));
    if (figure.from >= figure.to)
      reading.found.push(report("period-order", valueSpan(inside(place, 0)), figureEnds(figure)));
  }
  return figure;
}

function plainFigure({ at, ...periods }: FigureYaml): Figure {
  for (const reduce of ["mean", "minimum", "maximum", "total", "change"] as const) {
    const period = periods[reduce];
    if (period !== undefined) return { reduce, from: period[0], to: period[1] };
  }
  if (at === undefined) throw new Error("A figure has exactly one key: its shape was checked.");
  return { reduce: "at", from: at, to: at };
}

function figureEnds({ from, to }: Figure): { from: number; to: number } {
  return { from, to };
}

export function checkTime(reading: Reading, time: number, at: Part): void {
  if (isInRun(reading.model, time)) return;
  reading.found.push(report("outside-run", valueSpan(at), { time, ...runOf(reading.model) }));
}

/** Whether a run of the model has this time. */
export function isInRun(model: Model, time: number): boolean {
  const { from, to } = runOf(model);
  return time >= from && time <= to;
}

/** From the first save point to the last, which is before the end where the saves do not meet it. */
function runOf({ simulation: { initialTime, finalTime, saveStep } }: Model): { from: number; to: number } {
  const saves = (finalTime - initialTime) / saveStep;
  const whole = Math.round(saves);
  // A last save that is off by no more than rounding is the final time.
  const meets = Math.abs(saves - whole) < 1e-9 * Math.max(1, whole);
  return { from: initialTime, to: meets ? finalTime : initialTime + Math.floor(saves) * saveStep };
}
