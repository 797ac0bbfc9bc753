import type { Theil } from "@sequitur/analysis";
import { type Calibration, type Fit, type Study, textIn, type Uncertainty } from "@sequitur/study";
import { alignedRows, short } from "./aligned-rows.ts";
import { grouped } from "./progress-line.ts";
import { wrap } from "./wrap.ts";

/** What each fit came to: its payoff, its constants beside the model's own, and its error against each series. */
export function calibrationTable(study: Study, calibration: Calibration, width: number): string {
  const { fitted, idle, held, fits } = calibration;
  const heads = [
    `Fitted to what was observed: ${counted(fitted.length, "constant")}, of ${study.uncertainties.length} that are uncertain.`,
    ...(idle.length > 0 ? [`The past says nothing of ${idle.length}: ${idle.join(", ")}.`] : []),
    ...(held.length > 0 ? [`Held as in the model, since they are no continuous range: ${held.join(", ")}.`] : []),
  ];
  return [
    ...heads.flatMap((head) => wrap(head, width)),
    ...fits.flatMap((fit) => ["", ...fitRows(study, fitted, fit)]),
  ].join("\n");
}

function fitRows(study: Study, fitted: readonly string[], fit: Fit): readonly string[] {
  const rest = fit.settled ? "at rest" : "not at rest: allow more with --evaluations";
  return [
    ...(fit.rivals.length > 0 ? [structureText(study, fit)] : []),
    `Squared misses, in standard deviations: ${short(fit.missBefore)} as written, ${short(fit.miss)} fitted (${grouped(fit.evaluations)} runs, ${rest})`,
    ...alignedRows([
      ["  constant", "model", "fitted", "range", ""],
      ...fitted.map((id) => constantRow(study, fit, id)),
    ]),
    ...alignedRows([
      ["  series", "error as written", "fitted", "of that: bias", "variation", "covariation"],
      ...fit.series.map(({ history, before, after }) => [
        `  ${history}`,
        error(before),
        error(after),
        ...partsOf(after),
      ]),
    ]),
  ];
}

function structureText({ uncertainties }: Study, { rivals }: Fit): string {
  return rivals
    .map(({ uncertainty, rival }) => {
      const known = uncertainties.find(({ id }) => id === uncertainty)?.rivals.find(({ id }) => id === rival);
      return textIn(known?.label ?? rival, "en");
    })
    .join(" · ");
}

function constantRow({ uncertainties }: Study, fit: Fit, id: string): readonly string[] {
  const at = uncertainties.findIndex((one) => one.id === id);
  const one: Uncertainty = uncertainties[at]!;
  const range = `${short(one.low)} to ${short(one.high)} ${one.unit}`;
  return [
    `  ${id}`,
    short(one.value),
    shortWithin(one, fit.values[at]!),
    range,
    fit.atEnd.includes(id) ? "at an end" : "",
  ];
}

/** What is next to nothing of the range is told as 0. */
function shortWithin({ low, high }: Uncertainty, value: number): string {
  return Math.abs(value) < 1e-9 * (high - low) ? "0" : short(value);
}

/** Root mean square, in the series' unit, and the mean size of the error in parts of the observation. */
function error({ rootMeanSquare, meanAbsolutePercent }: Theil): string {
  const share = Number.isNaN(meanAbsolutePercent) ? "" : ` (${percent(meanAbsolutePercent)})`;
  return `${short(rootMeanSquare)}${share}`;
}

function partsOf({ bias, variation, covariation }: Theil): readonly string[] {
  return [bias, variation, covariation].map((part) => (Number.isNaN(part) ? "–" : percent(part)));
}

const percent = (part: number): string => `${short(100 * part, 2)} %`;
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
