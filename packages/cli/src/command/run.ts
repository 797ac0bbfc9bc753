import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Findings, type Study, textIn } from "@sequitur/study";
import { Command } from "commander";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { findingsOf, type RunOptions } from "../findings-of.ts";
import { claimsTable } from "../terminal/claims-table.ts";
import { grouped } from "../terminal/progress-line.ts";
import { wrap } from "../terminal/wrap.ts";
import { count } from "./count-option.ts";

interface RunCommandOptions extends RunOptions {
  readonly out?: string;
  readonly json?: true;
}

export function runCommand(): Command {
  return new Command("run")
    .description("Run a study's model through its futures under every policy, and give the verdict on each claim.")
    .argument("<study>", "a study's folder")
    .option("--futures <number>", "how many futures to examine (default: what the study says)", count(2))
    .option("--threads <number>", "how many threads to use (default: every core)", count(1))
    .option("--seed <number>", "which draw of futures (default: what the study says)", count(0))
    .option("--out <folder>", "also write findings.json into this folder")
    .option("--json", "print the findings alone, as JSON, on standard output")
    .addHelpText(
      "after",
      `
Findings are stored in the study's .sequitur folder and made again only when the study, the seed, the number of futures or the
engine has changed. They are the same to the bit on any machine and any number of threads.

Exit codes: 0 fine, 1 the study has errors, 2 bad usage.

Examples:
  $ sequitur run studies/us-strikes-in-mexico
  $ sequitur run studies/us-strikes-in-mexico --futures 100000 --threads 4
  $ sequitur run studies/us-strikes-in-mexico --json | jq '.claims[] | {id, verdict, share}'`,
    )
    .action(run);
}

async function run(folder: string, { out, json, ...options }: RunCommandOptions): Promise<void> {
  const study = await openStudy(await readStudyFolder(folder));
  if (study === undefined) return;
  const findings = await findingsOf(folder, study, options);
  if (out !== undefined) await writeFindings(out, findings);
  process.stdout.write(json ? `${JSON.stringify(findings, undefined, 2)}\n` : brief(study, findings));
}

function brief(study: Study, findings: Findings): string {
  const width = Math.min(110, process.stdout.columns ?? 100);
  return [
    "",
    textIn(study.title, "en"),
    textIn(study.question, "en"),
    `${grouped(findings.futures)} futures × ${study.policies.length} policies, seed ${findings.seed}`,
    ...wrap(examinedText(findings), width),
    "",
    claimsTable(study, findings, width),
    "",
    `Digest ${findings.digest}`,
    "",
  ].join("\n");
}

/** How many of the futures run are examined, and why not all. */
function examinedText({ futures, failed, examined, history }: Findings): string {
  if (examined === futures) return "All of them are examined.";
  const noNumber = failed === 0 ? [] : [`${grouped(failed)} gave no number`];
  const offPast = history === null ? [] : [`${grouped(futures - history.plausible)} miss what was observed`];
  return `${grouped(examined)} of them are examined: ${[...noNumber, ...offPast].join(", and ")}.`;
}

async function writeFindings(folder: string, findings: Findings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "findings.json"), `${JSON.stringify(findings, undefined, 2)}\n`);
}
