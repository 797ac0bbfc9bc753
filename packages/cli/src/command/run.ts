import type { Range } from "@sequitur/ensemble";
import { brokenChecks, type Findings, planStudy, reweighStudy, type Study } from "@sequitur/study";
import { Command } from "commander";
import { exitCode, UsageError } from "../exit-code.ts";
import { designHelp, designOption } from "../file/design-file.ts";
import { writeBroken, writeFailures } from "../file/failure-file.ts";
import { readPriorFile } from "../file/prior-file.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { futuresOf, mainStore, openStores, ownStore, resultsOf } from "../file/study-stores.ts";
import { type Fill, fillStores } from "../fill-stores.ts";
import { findingsOf, makeFindings, type RunOptions } from "../findings-of.ts";
import { showFindings } from "../show-findings.ts";
import { interruptible, keptOnStop } from "../terminal/interrupt.ts";
import { priorTable } from "../terminal/prior-table.ts";
import { count } from "./count-option.ts";
import { futureRange, rangeText } from "./range-option.ts";
import { serverAddress } from "./server-option.ts";

interface RunCommandOptions extends RunOptions {
  readonly out?: string;
  readonly json?: true;
  readonly failed?: string;
  readonly broken?: string;
  readonly prior?: string;
  readonly design?: string;
  readonly range?: Range;
  readonly queue?: string;
}

export function runCommand(): Command {
  return new Command("run")
    .description("Run a study's model through its futures under every policy, and give the verdict on each claim.")
    .argument("<study>", "a study's folder")
    .option("--futures <number>", "how many futures to examine (default: what the study says)", count(2))
    .option("--threads <number>", "how many threads to use (default: every core)", count(1))
    .option("--seed <number>", "which draw of futures (default: what the study says)", count(0))
    .option("--design <file>", designHelp)
    .option("--out <folder>", "also write findings.json into this folder")
    .option("--json", "print the findings alone, as JSON, on standard output")
    .option("--failed <file>", "write each future that gave no number into a .csv, with its policies and inputs")
    .option(
      "--broken <file>",
      "write each future that breaks a check of study.yaml into a .csv, with its policies and inputs",
    )
    .option(
      "--prior <file>",
      "weigh the finished futures by what this .yaml thinks of some uncertainties, without new runs",
    )
    .option("--store <folder>", "where to keep finished futures (default: .sequitur in the study)")
    .option(
      "--range <first..last>",
      "run only these futures, and judge nothing: a part for one of many machines",
      futureRange,
    )
    .option("--queue <server>", "have `sequitur worker` run the futures, wherever they are: redis://…", serverAddress)
    .addHelpText(
      "after",
      `
Findings are stored in the study's .sequitur folder and made again only when the study, the seed, the number of futures or the
engine has changed. They are the same to the bit on any machine and any number of threads.

Finished futures are kept there too, as Parquet files. Ctrl-C keeps what is finished, and the same command goes on from there; so it
does after a crash, or where a file was damaged. See docs/store.md for reading them elsewhere, docs/scale.md for many machines.

Exit codes: 0 fine, 1 the study or the prior has errors, a prior is refused, or the run was stopped, 2 bad usage.

Examples:
  $ sequitur run studies/us-strikes-in-mexico
  $ sequitur run studies/us-strikes-in-mexico --futures 100000 --threads 4
  $ sequitur run studies/us-strikes-in-mexico --json | jq '.claims[] | {id, verdict, share}'
  $ sequitur run studies/us-strikes-in-mexico --failed failed.csv
  $ sequitur run studies/us-strikes-in-mexico --broken broken.csv     # then: sequitur run … --design broken.csv
  $ sequitur run studies/us-strikes-in-mexico --design futures.csv
  $ sequitur run studies/us-strikes-in-mexico --prior mine.yaml       # prior: { own-share-of-intelligence: { uniform: [0.2, 0.4] } }
  $ sequitur run studies/us-strikes-in-mexico --queue redis://localhost:6379             # with: sequitur worker
  $ sequitur run studies/us-strikes-in-mexico --range 0..9999 --store /shared/runs    # then: sequitur merge`,
    )
    .action(run);
}

async function run(
  folder: string,
  { out, json, failed, broken, prior, design, ...given }: RunCommandOptions,
): Promise<void> {
  const study = await openStudy(await readStudyFolder(folder));
  if (study === undefined) return;
  if (prior !== undefined && design !== undefined)
    throw new UsageError("--prior weighs futures drawn from the study's own spreads; those of --design were not.");
  const { range, queue, ...rest } = { ...given, ...(await designOption(design, study)) };
  await withFill(queue, async (fill) => {
    const options = { ...rest, fill };
    if (range !== undefined) return runPart(folder, study, range, options);
    if (prior !== undefined) return reweigh(folder, study, prior, { ...options, json });
    const findings =
      failed === undefined && broken === undefined
        ? await findingsOf(folder, study, options)
        : await listed(folder, study, { failed, broken }, options);
    await showFindings(study, findings, { out, json });
  });
}

/** Where a queue is named, what fills stores is loaded for that and let go of after. */
async function withFill(queue: string | undefined, work: (fill: Fill | undefined) => Promise<void>): Promise<void> {
  if (queue === undefined) return work(undefined);
  const { openQueueFill } = await import("../queue/fill-from-queue.ts");
  const { fill, close } = await openQueueFill(queue);
  try {
    await work(fill);
  } finally {
    await close();
  }
}

interface Lists {
  readonly failed: string | undefined;
  readonly broken: string | undefined;
}

async function listed(folder: string, study: Study, { failed, broken }: Lists, options: RunOptions): Promise<Findings> {
  const { findings, stores } = await makeFindings(folder, study, options);
  const store = mainStore(stores);
  if (failed !== undefined) await writeFailures(failed, study, store);
  if (broken !== undefined)
    await writeBroken(broken, study, store, await brokenChecks(planStudy(study, options), resultsOf(stores)));
  return findings;
}

/** The claims' shares under another prior, from the study's own futures: those that are missing are run. */
async function reweigh(
  folder: string,
  study: Study,
  file: string,
  { json, ...options }: RunOptions & { readonly json: true | undefined },
): Promise<void> {
  const prior = await readPriorFile(file, study);
  if (prior === undefined) return;
  const { stores } = await makeFindings(folder, study, options);
  const found = await reweighStudy(planStudy(study, options), resultsOf(stores), prior);
  if (found.kind === "refused") process.exitCode = exitCode.failed;
  const width = Math.min(110, process.stdout.columns ?? 100);
  process.stdout.write(`${json ? JSON.stringify(found, undefined, 2) : priorTable(study, found, width)}\n`);
}

/** Runs some futures into a store, for `merge` to judge when all are there. */
async function runPart(folder: string, study: Study, range: Range, options: RunOptions): Promise<void> {
  const plan = planStudy(study, options);
  const all = futuresOf(plan);
  if (range.end > all.end)
    throw new UsageError(
      `"${folder}" has the futures ${rangeText(all)}, those of the hinges last; ${rangeText(range)} is past them.`,
    );
  const root = options.store ?? ownStore(folder);
  const stores = await openStores(plan, [root], range);
  await interruptible(keptOnStop, (signal) => fillStores(stores, { ...options, within: range, signal }));
  console.log(`Futures ${rangeText(range)} of ${rangeText(all)} are in ${root}.`);
}
