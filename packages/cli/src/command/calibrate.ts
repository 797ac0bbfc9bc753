import { type Calibration, calibrateStudy, type Study } from "@sequitur/study";
import { Command } from "commander";
import { UsageError } from "../exit-code.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { writeText } from "../file/text-file.ts";
import { calibrationTable } from "../terminal/calibration-table.ts";
import { interruptible } from "../terminal/interrupt.ts";
import { runningProgress } from "../terminal/running-progress.ts";
import { count } from "./count-option.ts";

interface CalibrateOptions {
  readonly seed?: number;
  readonly evaluations?: number;
  readonly out?: string;
  readonly json?: true;
}

export function calibrateCommand(): Command {
  return new Command("calibrate")
    .description(
      "Fit a study's uncertain constants to what was observed, within their ranges and each rival structure.",
    )
    .argument("<study>", "a study's folder")
    .option("--seed <number>", "where the search begins (default: what the study says)", count(0))
    .option("--evaluations <number>", "runs that each fit may take (default: 2000 a constant)", count(1))
    .option("--out <file>", "write the fitted futures as a .csv that `sequitur run --design` takes")
    .option("--json", "print the fits alone, as JSON, on standard output")
    .addHelpText(
      "after",
      `
The payoff is the sum of squared misses of the baseline policy, each in standard deviations of its observation ("deviation" in
study.yaml); the search is CMA-ES. One best fit is no forecast: verdicts rest on all futures whose past is plausible.

Exit codes: 0 fine, 1 the study has errors or the search was stopped, 2 bad usage.

Examples:
  $ sequitur calibrate studies/us-strikes-in-mexico
  $ sequitur calibrate studies/us-strikes-in-mexico --out fit.csv
  $ sequitur run studies/us-strikes-in-mexico --design fit.csv`,
    )
    .action(calibrate);
}

async function calibrate(folder: string, { out, json, ...options }: CalibrateOptions): Promise<void> {
  const study = await openStudy(await readStudyFolder(folder));
  if (study === undefined) return;
  const found = await fitted(study, options);
  if (found === undefined)
    throw new UsageError(
      `"${folder}" has nothing to fit to: give a series of its history a deviation (docs/study-files.md).`,
    );
  if (out !== undefined) await writeText(out, futuresText(study, found));
  const width = Math.min(110, process.stdout.columns ?? 100);
  console.log(json ? JSON.stringify(found, undefined, 2) : calibrationTable(study, found, width));
}

async function fitted(study: Study, options: Pick<CalibrateOptions, "seed" | "evaluations">) {
  const line = runningProgress("Fitting");
  try {
    return await interruptible("stopped before the end.", (signal) =>
      calibrateStudy(study, { ...options, signal, onProgress: line.show }),
    );
  } finally {
    line.done();
  }
}

/** A column an uncertainty, a row a fit. */
function futuresText({ uncertainties }: Study, { fits }: Calibration): string {
  const rows = [uncertainties.map(({ id }) => id), ...fits.map(({ values }) => values)];
  return `${rows.map((row) => row.join(",")).join("\n")}\n`;
}
