import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Study } from "../read/study.ts";
import { canonicalJson, type Json } from "./canonical-json.ts";
import type { Findings } from "./findings.ts";

/** SHA-256 of a value's canonical JSON, in hex. */
export function digestOfJson(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** What `findings.digest` must be: the digest of everything else in the findings. */
export function digestOf(findings: Omit<Findings, "digest">): string {
  return digestOfJson({ ...findings, digest: undefined });
}

/**
 * Digest of the files that findings rest on: the three that make a study, and those that it names. How a file ends its lines
 * does not count, since that is up to whatever checked the file out.
 */
export function digestOfFiles({ files, modelFile, history }: Pick<Study, "files" | "modelFile" | "history">): string {
  const names = ["study.yaml", "claims.yaml", "sources.yaml", modelFile, ...history.map(({ file }) => file)];
  const text = (name: string) => files.get(name)?.replaceAll("\r\n", "\n");
  return digestOfJson(Object.fromEntries(names.map((name) => [name, text(name)])));
}
