import { readFile } from "node:fs/promises";
import { type Beside, decode, type ModelOutcome, readModel, source } from "@sequitur/model";
import { UsageError } from "../exit-code.ts";
import { besideModel } from "./beside-model.ts";

const endings = [".mdl", ".xmile", ".stmx", ".itmx"];

export function isModelFile(path: string): boolean {
  return endings.some((ending) => path.toLowerCase().endsWith(ending));
}

/**
 * Reads and checks a model, with what stands beside it. Throws a `UsageError` where there is no such file; its content never throws.
 * @param data  files with series for its data variables
 */
export async function readModelFile(
  path: string,
  data: readonly string[] = [],
): Promise<ModelOutcome & { readonly text: string; readonly beside: Beside }> {
  const model = source(path, decode(await bytesOf(path)));
  const beside = await besideModel(path, model, data);
  return { ...readModel(model, beside), text: model.text, beside };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}

export function cannotRead(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return `there is no "${path}". Check the path; it is read from the folder you are in.`;
  if (code === "EISDIR") return `"${path}" is a folder, and a file is wanted here.`;
  if (code === "EACCES") return `"${path}" may not be read. Check its permissions.`;
  return `"${path}" cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
