import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf, type Findings, type WrittenOutcomes } from "@sequitur/study";
import { writeWhole } from "./whole-file.ts";

/** Finished findings stand in `.sequitur/` inside the study, by what they depend on; the folder may be deleted at any time. */
const cache = (folder: string, key: string) => join(folder, ".sequitur", `findings-${key}.json`);
/** And what became of each claim in each future, for a page, by the digest of the findings. */
const outcomesCache = (folder: string, digest: string) => join(folder, ".sequitur", `outcomes-${digest}.json`);

/** The stored findings for a key; undefined where there are none, or where they are not what was written. */
export async function storedFindings(folder: string, key: string): Promise<Findings | undefined> {
  const findings = await readJson<Findings>(cache(folder, key));
  return findings !== undefined && digestOf(findings) === findings.digest ? findings : undefined;
}

export function storeFindings(folder: string, key: string, findings: Findings): Promise<void> {
  return writeWhole(cache(folder, key), JSON.stringify(findings));
}

/** The stored outcomes that belong to findings; undefined where there are none. */
export async function storedOutcomes(folder: string, digest: string): Promise<WrittenOutcomes | undefined> {
  const outcomes = await readJson<WrittenOutcomes>(outcomesCache(folder, digest));
  return outcomes?.findings === digest ? outcomes : undefined;
}

export function storeOutcomes(folder: string, outcomes: WrittenOutcomes): Promise<void> {
  return writeWhole(outcomesCache(folder, outcomes.findings), JSON.stringify(outcomes));
}

async function readJson<Value>(path: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Value;
  } catch {
    return undefined;
  }
}
