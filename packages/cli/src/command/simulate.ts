import { compile, firstNotFinite, instantiate } from "@sequitur/engine";
import type { Model } from "@sequitur/model";
import { Command, InvalidArgumentError } from "commander";
import { exitCode } from "../exit-code.ts";
import { readModelFile } from "../file/model-file.ts";
import { type RunTable, writeRun } from "../file/run-file.ts";
import { hasErrors, printDiagnostics } from "../terminal/diagnostics.ts";
import { runSummary } from "../terminal/run-summary.ts";
import { type Stopwatch, stopwatch } from "../terminal/stopwatch.ts";

interface SimulateOptions {
  readonly set: Readonly<Record<string, number>>;
  readonly out?: string;
  readonly finalTime?: number;
  readonly timeStep?: number;
  readonly profile?: true;
}

export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Run a model once, and write or show what it did.")
    .argument("<model>", "an .mdl, .xmile or .stmx file")
    .option("--set <name=value>", "give a constant another value; may be repeated", constantSetting, {})
    .option("--out <file>", "write every saved value: .csv, .tab, or - for standard output")
    .option("--final-time <time>", "run until this time instead", finite)
    .option("--time-step <time>", "use steps of this length instead", finite)
    .option("--profile", "also say, on standard error, where the time went")
    .addHelpText(
      "after",
      `
Without --out it shows each variable as a line of blocks with its first and last value. Where a number is NaN or infinite it names
the first variable, its equation and the time.

Exit codes: 0 fine, 1 the model has errors or gave a value that is not finite, 2 bad usage.

Examples:
  $ sequitur simulate teacup.mdl
  $ sequitur simulate teacup.mdl --set "Room Temperature=20" --out teacup.csv
  $ sequitur simulate workforce.stmx --set "Work Force[a,b]=12" --final-time 2050 --out - | head`,
    )
    .action(simulate);
}

async function simulate(path: string, options: SimulateOptions): Promise<void> {
  const watch = stopwatch();
  const { model, diagnostics } = await readModelFile(path);
  watch.lap("parse");
  printDiagnostics(diagnostics.filter(({ severity }) => severity === "error"));
  const set = model && withTimes(model, options);
  const run = model && set && (await runOnce(model, set, watch));
  if (model === undefined || set === undefined || run === undefined) {
    process.exitCode = exitCode.failed;
    return;
  }
  if (options.out === undefined) console.log(runSummary(run));
  else await writeRun(options.out, run);
  watch.lap("write");
  if (options.profile) console.error(watch.report());
  if (run.values.every(Number.isFinite)) return;
  // The run itself keeps only what is saved; the interpreter stops at the very step.
  const fault = firstNotFinite(model, { set });
  printDiagnostics(fault === undefined ? [] : [fault]);
  process.exitCode = exitCode.failed;
}

function withTimes(model: Model, { set, finalTime, timeStep }: SimulateOptions): Readonly<Record<string, number>> {
  const { timeVariables } = model.simulation;
  return {
    ...set,
    ...(finalTime === undefined ? {} : { [model.variables[timeVariables.finalTime]!.name]: finalTime }),
    ...(timeStep === undefined ? {} : { [model.variables[timeVariables.timeStep]!.name]: timeStep }),
  };
}

async function runOnce(
  model: Model,
  set: Readonly<Record<string, number>>,
  { lap }: Stopwatch,
): Promise<RunTable | undefined> {
  const { program, diagnostics } = compile(model, { inputs: [], outputs: "all", set, over: lap });
  printDiagnostics(diagnostics);
  if (program === undefined || hasErrors(diagnostics)) return undefined;
  const machine = await instantiate(program);
  lap("compile");
  const { times, outputs } = program.layout;
  const values = new Float64Array(times.length * outputs.length);
  machine.runMany(new Float64Array(0), values, 1);
  lap("run");
  return { times, names: outputs, values };
}

function constantSetting(text: string, before: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const split = text.lastIndexOf("=");
  if (split <= 0) throw new InvalidArgumentError(`Write it as "name=value", such as "Room Temperature=20".`);
  return { ...before, [text.slice(0, split).trim()]: finite(text.slice(split + 1)) };
}

function finite(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError(`"${text.trim()}" is not a number.`);
  return value;
}
