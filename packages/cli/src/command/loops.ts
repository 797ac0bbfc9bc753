import { type CausalGraph, loopDrives, loopScores, relativeScores } from "@sequitur/analysis";
import { findElement, type LinkTracer, openLinkTracer } from "@sequitur/engine";
import type { Model } from "@sequitur/model";
import { foundLoops, loopVariables, scoredLinks, stepsAfter } from "@sequitur/study";
import { Command } from "commander";
import { exitCode, UsageError } from "../exit-code.ts";
import { readModelFile } from "../file/model-file.ts";
import { printDiagnostics } from "../terminal/diagnostics.ts";
import { type LoopRow, loopsTable } from "../terminal/loops-table.ts";
import { count } from "./count-option.ts";

interface LoopsOptions {
  readonly of?: string;
  readonly steps?: number;
  readonly top?: number;
  readonly json?: true;
}

export function loopsCommand(): Command {
  return new Command("loops")
    .description(
      "List a model's feedback loops by how much of what happens each of them makes, and when (Loops That Matter).",
    )
    .argument("<model>", "an .mdl, .xmile or .stmx file")
    .option("--of <variable>", "only the loops that drive this variable, and their parts in it")
    .option("--steps <number>", "steps of the run that are looked at, spread evenly (default: 60)", count(1))
    .option("--top <number>", "how many loops to show (default: 20)", count(1))
    .option("--json", "print all loops as JSON, with each one's part at each time")
    .addHelpText(
      "after",
      `
A loop's part is its score over the sum of all scores of the loops that it shares variables with: from -1 to 1, below 0 where it balances.
A model with more than 1,000 loops has those listed that are strong at some time of its run.

Exit codes: 0 fine, 1 the model has errors or too many links, 2 bad usage.

Examples:
  $ sequitur loops population.mdl
  $ sequitur loops population.mdl --of Population --top 5
  $ sequitur loops population.mdl --json | jq '.loops[] | {variables, part}'`,
    )
    .action(loops);
}

async function loops(path: string, { of, steps = 60, top = 20, json }: LoopsOptions): Promise<void> {
  const { model, diagnostics } = await readModelFile(path);
  printDiagnostics(diagnostics.filter(({ severity }) => severity === "error"));
  const opened = model && (await openLinkTracer(model, []));
  if (opened !== undefined) printDiagnostics(opened.diagnostics);
  if (model === undefined || opened?.value === undefined) {
    if (opened?.diagnostics.length === 0) console.error("sequitur: the model has more links than can be followed.");
    process.exitCode = exitCode.failed;
    return;
  }
  const found = loopRows(model, opened.value, of, steps);
  process.stdout.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : `${loopsTable(found, top)}\n`);
}

interface LoopRows {
  readonly times: readonly number[];
  /** Whether these are all loops of the model. */
  readonly complete: boolean;
  /** By falling part. */
  readonly loops: readonly LoopRow[];
}

function loopRows(model: Model, tracer: LinkTracer, of: string | undefined, count: number): LoopRows {
  const { causal, times } = tracer;
  const graph: CausalGraph = { variables: causal.nodes.length, links: causal.links };
  const steps = stepsAfter(times, times[0]!, count);
  const links = scoredLinks(causal, tracer.follow(new Float64Array(0), steps));
  const { loops: found, complete } = foundLoops(graph, [links]);
  const relative = relativeScores(graph, found, loopScores(found, links));
  const parts = of === undefined ? relative : loopDrives(graph, found, nodeOf(model, tracer, of))(links, relative);
  const rows = found.map((loop, at) => ({ variables: loopVariables(causal, loop), ...partOf(parts[at]!) }));
  const acting = of === undefined ? rows : rows.filter(({ part }) => part > 0);
  return { times: steps.map((step) => times[step]!), complete, loops: acting.toSorted((a, b) => b.part - a.part) };
}

/** What is not a number, near a turning point, is left out of the mean. */
function partOf(parts: Float64Array): Omit<LoopRow, "variables"> {
  const known = parts.filter((value) => !Number.isNaN(value));
  const part = known.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, known.length);
  return { part, sign: Math.sign(known.reduce((sum, value) => sum + value, 0)), parts: [...parts] };
}

function nodeOf(model: Model, { causal }: LinkTracer, name: string): number {
  const { value: element, diagnostics } = findElement(model, name);
  printDiagnostics(diagnostics);
  const node = causal.nodes.findIndex(
    ({ element: one, kind }) =>
      kind === "element" && one.variable === element?.variable && one.offset === element.offset,
  );
  if (node < 0) throw new UsageError(`"${name}" is no variable of the model that changes as it runs.`);
  return node;
}
