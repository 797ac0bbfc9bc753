import { findingsKey, planStudy } from "@sequitur/study";
import { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { designHelp, designOption } from "../file/design-file.ts";
import { storeFindings } from "../file/findings-store.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { missingOf, openStores } from "../file/study-stores.ts";
import { tellRefused } from "../fill-stores.ts";
import { judge } from "../judge/judge.ts";
import { showFindings } from "../show-findings.ts";
import { count } from "./count-option.ts";
import { rangeText } from "./range-option.ts";

interface MergeOptions {
  readonly store: readonly [string, ...string[]];
  readonly futures?: number;
  readonly seed?: number;
  readonly design?: string;
  readonly out?: string;
  readonly json?: true;
}

export function mergeCommand(): Command {
  return new Command("merge")
    .description("Judge a study by futures that were run in parts, with `sequitur run --range`. Runs nothing itself.")
    .argument("<study>", "a study's folder")
    .requiredOption(
      "--store <folders...>",
      "where the parts were kept: one folder that all wrote into, or one for each",
    )
    .option("--futures <number>", "how many futures were run (default: what the study says)", count(2))
    .option("--seed <number>", "which draw of futures (default: what the study says)", count(0))
    .option("--design <file>", designHelp)
    .option("--out <folder>", "also write findings.json into this folder")
    .option("--json", "print the findings alone, as JSON, on standard output")
    .addHelpText(
      "after",
      `
Every file is checked before it counts. Where some futures are missing, damaged, or of an older study, model or engine, it says
which, as --range takes them, and judges nothing.

Exit codes: 0 fine, 1 the study has errors or futures are missing, 2 bad usage.

Examples:
  $ sequitur run studies/us-strikes-in-mexico --range 0..9999 --store /shared/runs
  $ sequitur run studies/us-strikes-in-mexico --range 10000..56319 --store /shared/runs
  $ sequitur merge studies/us-strikes-in-mexico --store /shared/runs
  $ sequitur merge studies/us-strikes-in-mexico --store node1 node2 node3 --json > findings.json`,
    )
    .action(merge);
}

async function merge(folder: string, { store, out, json, design, ...given }: MergeOptions): Promise<void> {
  const study = await openStudy(await readStudyFolder(folder));
  if (study === undefined) return;
  const options = { ...given, ...(await designOption(design, study)) };
  const plan = planStudy(study, options);
  const stores = await openStores(plan, store);
  tellRefused(stores);
  const missing = missingOf(stores);
  if (missing.length > 0) {
    console.error(`sequitur: futures are missing: ${missing.map(rangeText).join(", ")}. Run them with --range.`);
    process.exitCode = exitCode.failed;
    return;
  }
  const findings = await judge(plan, stores);
  await storeFindings(folder, findingsKey(study, options), findings);
  await showFindings(study, findings, { out, json });
}
