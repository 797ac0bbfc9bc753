import {
  compareRun,
  compile,
  firstNotFinite,
  instantiate,
  type RunNoise,
  sixDigits,
  type Tolerance,
  type Trajectory,
} from "@sequitur/engine";
import { type Model, readDataSet, type Source } from "@sequitur/model";
import { Command, InvalidArgumentError } from "commander";
import { exitCode } from "../exit-code.ts";
import { readDataFile } from "../file/beside-model.ts";
import { readModelFile } from "../file/model-file.ts";
import { type RunTable, writeRun } from "../file/run-file.ts";
import { comparisonTable } from "../terminal/comparison-table.ts";
import { hasErrors, printDiagnostics } from "../terminal/diagnostics.ts";
import { runSummary } from "../terminal/run-summary.ts";
import { type Stopwatch, stopwatch } from "../terminal/stopwatch.ts";
import { count } from "./count-option.ts";
import { fileNames } from "./file-names-option.ts";

interface SimulateOptions {
  readonly set: Readonly<Record<string, number>>;
  readonly out?: string;
  readonly finalTime?: number;
  readonly timeStep?: number;
  readonly seed: number;
  readonly profile?: true;
  readonly data: readonly string[];
  readonly compare?: string;
  readonly relative: number;
  readonly absolute: number;
}

export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Run a model once, and write or show what it did.")
    .argument("<model>", "an .mdl, .xmile or .stmx file")
    .option("--set <name=value>", "give a constant another value; may be repeated", constantSetting, {})
    .option("--out <file>", "write every saved value: .csv, .tab, or - for standard output")
    .option("--final-time <time>", "run until this time instead", finite)
    .option("--time-step <time>", "use steps of this length instead", finite)
    .option("--seed <number>", "draw other numbers in the model's random functions", count(0), 0)
    .option("--profile", "also say, on standard error, where the time went")
    .option("--data <file>", "series for data variables: .dat, .tab or .csv; may be repeated", fileNames, [])
    .option("--compare <file>", "hold the run against another, or against data: .tab, .csv or .dat")
    .option("--relative <share>", "with --compare: what part of a value it may be off", notNegative, sixDigits.relative)
    .option(
      "--absolute <amount>",
      "with --compare: how much it may be off in any case",
      notNegative,
      sixDigits.absolute,
    )
    .addHelpText(
      "after",
      `
Without --out it shows each variable as a line of blocks with its first and last value; with --compare, each variable
that differs: where first, where most, and by how much. Where a number is NaN or infinite it names the first variable,
its equation and the time.

Spreadsheets and text files that the model names are read from its folder. Data variables without an equation take their
series from a .csv, .tab or .dat file of the model's own name beside it, and from each --data file, the last of which counts.

Exit codes: 0 fine, 1 the model has errors, gave a value that is not finite, or differs from --compare, 2 bad usage.

Examples:
  $ sequitur simulate teacup.mdl
  $ sequitur simulate teacup.mdl --set "Room Temperature=20" --out teacup.csv
  $ sequitur simulate queue.mdl --seed 7
  $ sequitur simulate economy.mdl --data history.dat --data prices.csv
  $ sequitur simulate teacup.mdl --compare teacup-vensim.tab --relative 1e-3
  $ sequitur simulate workforce.stmx --set "Work Force[a,b]=12" --final-time 2050 --out - | head`,
    )
    .action(simulate);
}

async function simulate(path: string, options: SimulateOptions): Promise<void> {
  const reference = options.compare === undefined ? undefined : await readDataFile(options.compare);
  const watch = stopwatch();
  const { model, diagnostics } = await readModelFile(path, options.data);
  watch.lap("parse");
  printDiagnostics(diagnostics.filter(({ severity }) => severity === "error"));
  const set = model && withTimes(model, options);
  const run = model && set && (await runOnce(model, { set, seed: options.seed }, watch));
  if (model === undefined || set === undefined || run === undefined) {
    process.exitCode = exitCode.failed;
    return;
  }
  if (options.out !== undefined) await writeRun(options.out, run);
  if (reference !== undefined) compareWith(reference, run, options);
  else if (options.out === undefined) console.log(runSummary(run));
  watch.lap("write");
  if (options.profile) console.error(watch.report());
  if (run.values.every(Number.isFinite)) return;
  // The run itself keeps only what is saved; the interpreter stops at the very step.
  const fault = firstNotFinite(model, { set, noise: noiseOf(options.seed) });
  printDiagnostics(fault === undefined ? [] : [fault]);
  process.exitCode = exitCode.failed;
}

function compareWith(reference: Source, run: RunTable, tolerance: Tolerance): void {
  const { value, diagnostics } = readDataSet(reference);
  printDiagnostics(diagnostics);
  const comparison = compareRun(trajectoryOf(run), value, tolerance);
  console.log(comparisonTable(comparison, reference.file));
  const agrees = comparison.compared.length > 0 && comparison.compared.every(({ first }) => first === undefined);
  if (!agrees) process.exitCode = exitCode.failed;
}

function trajectoryOf({ times, names, values }: RunTable): Trajectory {
  const column = (of: number) => Float64Array.from(times, (_, save) => values[save * names.length + of]!);
  return { times, outputs: names, columns: names.map((_, of) => column(of)) };
}

function withTimes(model: Model, { set, finalTime, timeStep }: SimulateOptions): Readonly<Record<string, number>> {
  const { timeVariables } = model.simulation;
  return {
    ...set,
    ...(finalTime === undefined ? {} : { [model.variables[timeVariables.finalTime]!.name]: finalTime }),
    ...(timeStep === undefined ? {} : { [model.variables[timeVariables.timeStep]!.name]: timeStep }),
  };
}

/** A run by itself is the first of its futures. */
function noiseOf(seed: number): RunNoise {
  return { seed, future: 0 };
}

async function runOnce(
  model: Model,
  { set, seed }: { readonly set: Readonly<Record<string, number>>; readonly seed: number },
  { lap }: Stopwatch,
): Promise<RunTable | undefined> {
  const { program, diagnostics } = compile(model, { inputs: [], outputs: "all", set, over: lap });
  printDiagnostics(diagnostics);
  if (program === undefined || hasErrors(diagnostics)) return undefined;
  const machine = await instantiate(program);
  lap("compile");
  const { times, outputs } = program.layout;
  const values = new Float64Array(times.length * outputs.length);
  machine.runMany(new Float64Array(0), values, 1, noiseOf(seed));
  lap("run");
  return { times, names: outputs, values };
}

function constantSetting(text: string, before: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const split = text.lastIndexOf("=");
  if (split <= 0) throw new InvalidArgumentError(`Write it as "name=value", such as "Room Temperature=20".`);
  return { ...before, [text.slice(0, split).trim()]: finite(text.slice(split + 1)) };
}

function notNegative(text: string): number {
  const value = finite(text);
  if (value < 0) throw new InvalidArgumentError(`"${text.trim()}" is below 0.`);
  return value;
}

function finite(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError(`"${text.trim()}" is not a number.`);
  return value;
}
