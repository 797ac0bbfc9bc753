import { type Diagnostic, nearestName, type Outcome } from "@sequitur/model";
import { z } from "zod";
import { report } from "../read/diagnostics.ts";
import type { Path, YamlFile } from "../read/yaml-file.ts";

type Issue = z.core.$ZodIssue;

/** Checks a file's data against its schema; undefined where anything is wrong, each fault at its own place. */
export function checkShape<S extends z.ZodType>(schema: S, file: YamlFile): Outcome<z.infer<S> | undefined> {
  const result = schema.safeParse(file.data, { error: knownKeys, reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  return {
    value: undefined,
    diagnostics: withoutEchoes(result.error.issues).flatMap((issue) => faults(file, issue, [])),
  };
}

/** A key misspelt is one fault: not also that of the right key, which is therefore missing. */
function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const misspelt = issues.filter((issue) => issue.code === "unrecognized_keys");
  const meant = new Set(
    misspelt.flatMap(({ path, keys, message }) =>
      keys.map((key) => pathText([...path, String(nearestName(key, message.split("\n")))])),
    ),
  );
  const owners = new Set(misspelt.map(({ path }) => pathText(path)));
  return issues.filter(
    ({ code, path }) => !meant.has(pathText(path)) && !(code === "custom" && owners.has(pathText(path))),
  );
}

function pathText(path: Path): string {
  return path.map(String).join("\n");
}

/** zod says which keys it does not know, but not which it does: its message brings them here, one a line. */
function knownKeys({ code, inst }: z.core.$ZodRawIssue): string | undefined {
  return code === "unrecognized_keys" && inst instanceof z.ZodObject ? Object.keys(inst.shape).join("\n") : undefined;
}

/** @param above  the path to the schema that the issue's own path begins at */
function faults(file: YamlFile, issue: Issue, above: Path): readonly Diagnostic[] {
  const path = [...above, ...issue.path];
  const at = file.spanAt(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(file, path, key, issue));
    case "invalid_type":
      return [typeFault(file, path, issue.expected, issue.input)];
    case "invalid_value":
      return [choiceFault(file, path, issue.values, issue.input)];
    case "invalid_union":
      return unionFaults(file, path, issue);
    case "invalid_key":
      return [report("bad-id", file.keyAt(path), { name: String(path.at(-1)) })];
    case "invalid_format":
      return [report("bad-id", at, { name: String(issue.input) })];
    case "too_small":
      return [report("bad-value", at, { problem: sizeText(issue.origin, "least", issue.minimum, issue.inclusive) })];
    case "too_big":
      return [report("bad-value", at, { problem: sizeText(issue.origin, "most", issue.maximum, issue.inclusive) })];
    case "custom":
      return issue.params === undefined
        ? [report("bad-value", at, { problem: issue.message })]
        : [report("one-of", file.keyAt(path), oneOfFacts(issue.params))];
    case "not_multiple_of":
    case "invalid_element":
      return [report("bad-value", at, { problem: issue.message })];
  }
}

function unknownKey(
  file: YamlFile,
  path: Path,
  key: string,
  { message }: z.core.$ZodIssueUnrecognizedKeys,
): Diagnostic {
  const at = file.keyAt([...path, key]);
  // The rest of a text after its comma is a key too, but no colon follows it.
  if (/^\s*[,}]/.test(file.source.text.slice(at.end))) return report("unquoted-comma", at, { text: key });
  const known = message.split("\n");
  return report("unknown-key", at, { name: key, near: nearestName(key, known), known });
}

function typeFault(file: YamlFile, path: Path, expected: string, input: unknown): Diagnostic {
  if (input === undefined && path.length > 0)
    return report("missing-key", file.keyAt(path.slice(0, -1)), { key: String(path.at(-1)) });
  return report("wrong-type", file.spanAt(path), { expected: typeText(expected) });
}

function typeText(expected: string): string {
  switch (expected) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "int":
      return "a whole number";
    case "array":
    case "tuple":
      return "a list";
    default:
      return "a map of keys and values";
  }
}

function choiceFault(file: YamlFile, path: Path, values: readonly z.core.util.Primitive[], input: unknown): Diagnostic {
  if (input === undefined) return typeFault(file, path, "string", input);
  const known = values.map(String);
  const name = String(input);
  return report("unknown-choice", file.spanAt(path), { name, near: nearestName(name, known), known });
}

function unionFaults(file: YamlFile, path: Path, issue: z.core.$ZodIssueInvalidUnion): readonly Diagnostic[] {
  if (issue.discriminator !== undefined) return [discriminatorFault(file, path, issue.discriminator, issue)];
  const branch = issue.errors.toSorted((a, b) => distance(a) - distance(b))[0] ?? [];
  return withoutEchoes(branch).flatMap((inner) => faults(file, inner, path));
}

/** How far a value is from one form that it may take: the form that it is nearest to is the one that was meant. */
function distance(issues: readonly Issue[]): number {
  const each = (issue: Issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.length;
    return issue.code === "invalid_type" && issue.path.length === 0 ? 100 : 1;
  };
  return issues.reduce((sum, issue) => sum + each(issue), 0);
}

function discriminatorFault(
  file: YamlFile,
  path: Path,
  key: string,
  { input, options }: z.core.$ZodIssueInvalidUnion & { readonly options?: readonly z.core.util.Primitive[] },
): Diagnostic {
  // The path already ends in the key that tells the forms apart.
  const owner = path.at(-1) === key ? path.slice(0, -1) : path;
  const value = typeof input === "object" && input !== null ? Reflect.get(input, key) : undefined;
  return choiceFault(file, [...owner, key], options ?? [], value);
}

function sizeText(origin: string, end: "least" | "most", limit: number | bigint, inclusive = true): string {
  if (origin === "string") return "This must not be empty.";
  if (origin === "array") return `This list must hold at ${end} ${limit}.`;
  if (inclusive) return `This must be at ${end} ${limit}.`;
  return `This must be ${end === "least" ? "above" : "below"} ${limit}.`;
}

function oneOfFacts(params: Record<string, unknown>): { keys: readonly string[]; count: number } {
  const keys = Array.isArray(params.keys) ? params.keys.map(String) : [];
  return { keys, count: Number(params.count) };
}
