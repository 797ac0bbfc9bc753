import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf, type Findings } from "@sequitur/study";
import { writeWhole } from "./whole-file.ts";

/** Finished findings stand in `.sequitur/` inside the study, by what they depend on; the folder may be deleted at any time. */
const cache = (folder: string, key: string) => join(folder, ".sequitur", `findings-${key}.json`);

/** The stored findings for a key; undefined where there are none, or where they are not what was written. */
export async function storedFindings(folder: string, key: string): Promise<Findings | undefined> {
  try {
    const findings = JSON.parse(await readFile(cache(folder, key), "utf8")) as Findings;
    return digestOf(findings) === findings.digest ? findings : undefined;
  } catch {
    return undefined;
  }
}

export async function storeFindings(folder: string, key: string, findings: Findings): Promise<void> {
  await writeWhole(cache(folder, key), JSON.stringify(findings));
}
