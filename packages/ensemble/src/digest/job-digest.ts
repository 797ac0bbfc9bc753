import { engineVersion } from "@sequitur/engine";
import { designPoints } from "../design/designs.ts";
import type { Job } from "../job.ts";
import type { Json } from "./canonical-json.ts";
import { digestOfJson } from "./digest.ts";

/**
 * What the futures of a job rest on: two jobs of one digest give the same bits for the same future. How many futures there are is no
 * part of it where a design can go on, so that more can be added to those that are there.
 */
export function jobDigest({ program, design, ...rest }: Job): string {
  const { bytes, layout } = program;
  const parts = { engine: engineVersion, bytes: [...bytes], layout, design: designPoints(design), ...rest };
  return digestOfJson(plain(parts));
}

/** A job is plain data, which types cannot say of an interface. */
function plain(value: object): Json {
  const copy: Json = JSON.parse(JSON.stringify(value));
  return copy;
}
