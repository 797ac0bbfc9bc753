import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A copy of the small study in a folder of its own. */
export const studyCopy = (): string => copyOf("checks/study");

/** A copy of a study in a folder of its own: without what runs of the original have left in it. */
export function copyOf(study: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), "sequitur-")), "study");
  const original = resolve(import.meta.dirname, "..", study);
  cpSync(original, folder, { recursive: true, filter: (path) => !path.includes(".sequitur") });
  return folder;
}
