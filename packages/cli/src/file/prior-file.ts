import { readFile } from "node:fs/promises";
import { source } from "@sequitur/model";
import { type Prior, readPrior, type Study } from "@sequitur/study";
import { exitCode, UsageError } from "../exit-code.ts";
import { printDiagnostics } from "../terminal/diagnostics.ts";
import { cannotRead } from "./model-file.ts";
import { studyWords } from "./study-folder.ts";

/** Reads a prior for a study. Undefined where it has errors: these are printed, and the process will say so. */
export async function readPriorFile(path: string, study: Study): Promise<Prior | undefined> {
  const { value, diagnostics } = readPrior(source(path, await textOf(path)), study);
  printDiagnostics(diagnostics, studyWords);
  if (value === undefined) process.exitCode = exitCode.failed;
  return value;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
