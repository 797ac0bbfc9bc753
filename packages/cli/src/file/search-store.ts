import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PolicySearchFinding } from "@sequitur/study";
import { writeWhole } from "./whole-file.ts";

/** A finished search stands in `.sequitur/` inside the study, by what it depends on; the folder may be deleted at any time. */
const cache = (folder: string, key: string) => join(folder, ".sequitur", `search-${key}.json`);

/** The stored search for a key; undefined where there is none. */
export async function storedSearch(folder: string, key: string): Promise<PolicySearchFinding | undefined> {
  try {
    return JSON.parse(await readFile(cache(folder, key), "utf8")) as PolicySearchFinding;
  } catch {
    return undefined;
  }
}

export async function storeSearch(folder: string, key: string, found: PolicySearchFinding): Promise<void> {
  await writeWhole(cache(folder, key), JSON.stringify(found));
}
