import { digestOfJson } from "@sequitur/ensemble";
import type { Study } from "../read/study.ts";
import type { Findings } from "./findings.ts";

/** What `findings.digest` must be: the digest of everything else in the findings. */
export function digestOf(findings: Omit<Findings, "digest">): string {
  return digestOfJson({ ...findings, digest: undefined });
}

/**
 * Digest of the files that findings rest on: the three that make a study, and those that it names. How a file ends its lines
 * does not count, since that is up to whatever checked the file out.
 */
export function digestOfFiles({
  files,
  modelFile,
  rivalModels,
  history,
}: Pick<Study, "files" | "modelFile" | "rivalModels" | "history">): string {
  const models = [modelFile, ...(rivalModels?.models.map(({ file }) => file) ?? [])];
  const names = ["study.yaml", "claims.yaml", "sources.yaml", ...models, ...history.map(({ file }) => file)];
  const text = (name: string) => files.get(name)?.replaceAll("\r\n", "\n");
  return digestOfJson(Object.fromEntries(names.map((name) => [name, text(name)])));
}
