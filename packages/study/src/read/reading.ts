import { type Diagnostic, type Model, nearestName, type Span } from "@sequitur/model";
import type { ClaimsYaml } from "../schema/claims.ts";
import type { SourcesYaml } from "../schema/sources.ts";
import type { StudyYaml } from "../schema/study.ts";
import { report } from "./diagnostics.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A study whose files have the right shape, while what they say is held against the model and against each other. */
export interface Reading {
  readonly files: ReadonlyMap<string, string>;
  readonly model: Model;
  readonly study: Shaped<StudyYaml>;
  readonly claims: Shaped<ClaimsYaml>;
  readonly sources: Shaped<SourcesYaml>;
  /** What was found so far; each check adds to it. */
  readonly found: Diagnostic[];
}

export interface Shaped<T> {
  readonly file: YamlFile;
  readonly data: T;
}

/** Reports an id that stands for nothing. `known` is the map that it should be a key of. */
export function checkId(reading: Reading, what: string, name: string, known: object, at: Span): void {
  if (Object.hasOwn(known, name)) return;
  const ids = Object.keys(known);
  reading.found.push(report("unknown-id", at, { what, name, near: nearestName(name, ids), known: ids }));
}
