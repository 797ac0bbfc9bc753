import { readFile } from "node:fs/promises";
import { decode, type ModelOutcome, readModel, source } from "@sequitur/model";
import { UsageError } from "../exit-code.ts";

const endings = [".mdl", ".xmile", ".stmx", ".itmx"];

export function isModelFile(path: string): boolean {
  return endings.some((ending) => path.toLowerCase().endsWith(ending));
}

/** Reads and checks a model. Throws a `UsageError` where there is no such file; its content never throws. */
export async function readModelFile(path: string): Promise<ModelOutcome & { readonly text: string }> {
  const text = decode(await bytesOf(path));
  return { ...readModel(source(path, text)), text };
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
