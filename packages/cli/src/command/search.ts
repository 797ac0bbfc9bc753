import {
  type PolicySearchFinding,
  type PolicySearchOptions,
  type Study,
  searchKey,
  searchPolicies,
} from "@sequitur/study";
import { Command } from "commander";
import { exitCode, UsageError } from "../exit-code.ts";
import { storedSearch, storeSearch } from "../file/search-store.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { writeText } from "../file/text-file.ts";
import { interruptible } from "../terminal/interrupt.ts";
import { policySearchTable } from "../terminal/policy-search-table.ts";
import { runningProgress } from "../terminal/running-progress.ts";
import { count } from "./count-option.ts";

interface SearchOptions extends Pick<PolicySearchOptions, "seed" | "runs" | "evaluations" | "futures" | "threads"> {
  readonly out?: string;
  readonly json?: true;
}

export function searchCommand(): Command {
  return new Command("search")
    .description(
      "Search a study's levers for policies that no other one beats in every goal, robust over many futures.",
    )
    .argument("<study>", "a study's folder, whose study.yaml says under `search` what is wanted")
    .option("--runs <number>", "searches, each from its own draws (default: 2)", count(1))
    .option("--evaluations <number>", "policies that each of them may judge (default: 3000)", count(100))
    .option("--futures <number>", "futures that each policy is judged in (default: 64)", count(2))
    .option("--threads <number>", "how many threads to use (default: every core)", count(1))
    .option("--seed <number>", "which draw (default: what the study says)", count(0))
    .option("--out <file>", "also write all that was found as JSON")
    .option("--json", "print what was found alone, as JSON, on standard output")
    .addHelpText(
      "after",
      `
A policy is credited, goal by goal, with the gain over the baseline that it reaches in nine futures of ten ("reached-in" in study.yaml).
The search is ε-NSGA-II over the levers; what it finds is shown in futures that it has not seen, beside the study's own policies. It is stored
in the study's .sequitur folder, and the page of the study shows what a search without options found.

Exit codes: 0 fine, 1 the study has errors, nothing keeps its limits or the search was stopped, 2 bad usage.

Examples:
  $ sequitur search studies/us-strikes-in-mexico
  $ sequitur search studies/us-strikes-in-mexico --evaluations 10000 --runs 4 --out found.json
  $ sequitur search studies/us-strikes-in-mexico --json | jq '.chosen.set'`,
    )
    .action(search);
}

async function search(folder: string, { out, json, ...options }: SearchOptions): Promise<void> {
  const study = await openStudy(await readStudyFolder(folder));
  if (study === undefined) return;
  if (study.search === undefined)
    throw new UsageError(
      `"${folder}" asks for no search: say under "search" in study.yaml what is wanted (docs/study-files.md).`,
    );
  const key = searchKey(study, options);
  const finding = (await storedSearch(folder, key)) ?? (await found(study, options));
  if (finding === undefined) throw new UsageError(`"${folder}" has no futures with a plausible past to search in.`);
  await storeSearch(folder, key, finding);
  const text = `${JSON.stringify(finding, undefined, 2)}\n`;
  if (out !== undefined) await writeText(out, text);
  const width = Math.min(110, process.stdout.columns ?? 100);
  process.stdout.write(json ? text : `${policySearchTable(study, finding, width)}\n`);
  if (finding.chosen === undefined) process.exitCode = exitCode.failed;
}

async function found(study: Study, options: PolicySearchOptions): Promise<PolicySearchFinding | undefined> {
  const line = runningProgress("Searching", options.futures ?? 64);
  try {
    return await interruptible("stopped before the end.", (signal) =>
      searchPolicies(study, { ...options, signal, onProgress: line.show }),
    );
  } finally {
    line.done();
  }
}
