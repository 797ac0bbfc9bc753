import { writeFile } from "node:fs/promises";
import { UsageError } from "../exit-code.ts";
import { cannotRead } from "./model-file.ts";

/** Writes a text to a file, or to standard output for "-". */
export async function writeText(path: string, text: string): Promise<void> {
  if (path === "-") {
    process.stdout.write(text);
    return;
  }
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
