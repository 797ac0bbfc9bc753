import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Findings, type Study, textIn } from "@sequitur/study";
import { checksTable } from "./terminal/checks-table.ts";
import { claimsTable } from "./terminal/claims-table.ts";
import { conflictsTable } from "./terminal/conflicts-table.ts";
import { horizonsTable } from "./terminal/horizons-table.ts";
import { priorsTable } from "./terminal/priors-table.ts";
import { grouped } from "./terminal/progress-line.ts";
import { wrap } from "./terminal/wrap.ts";

export interface ShowOptions {
  /** A folder to write findings.json into as well. */
  readonly out?: string | undefined;
  readonly json?: true | undefined;
}

/** Prints findings on standard output: as a brief, or as JSON. */
export async function showFindings(study: Study, findings: Findings, { out, json }: ShowOptions): Promise<void> {
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
    ...checksTable(study, findings, width),
    claimsTable(study, findings, width),
    "",
    ...withGap(priorsTable(study, findings, width)),
    ...withGap(conflictsTable(study, findings, width)),
    ...withGap(horizonsTable(study, findings)),
    `Digest ${findings.digest}`,
    "",
  ].join("\n");
}

function withGap(rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [...rows, ""];
}

/** How many of the futures run are examined, and why not all. */
function examinedText({ futures, failed, examined, history }: Findings): string {
  if (examined === futures) return "All of them are examined.";
  const noNumber = failed === 0 ? [] : [`${grouped(failed)} gave no number (--failed lists them)`];
  const offPast = history === null ? [] : [`${grouped(futures - history.plausible)} miss what was observed`];
  return `${grouped(examined)} of them are examined: ${[...noNumber, ...offPast].join(", and ")}.`;
}

async function writeFindings(folder: string, findings: Findings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "findings.json"), `${JSON.stringify(findings, undefined, 2)}\n`);
}
