import { engineVersion, type Program } from "@sequitur/engine";
import { designPoints } from "../design/designs.ts";
import type { Job } from "../job.ts";
import type { Json } from "./canonical-json.ts";
import { digestOfJson } from "./digest.ts";

/**
 * What the futures of a job rest on: two jobs of one digest give the same bits for the same future. How many futures there are is no
 * part of it where a design can go on, so that more can be added to those that are there.
 */
export function jobDigest({ program, rivals, design, ...rest }: Job): string {
  const others = rivals && { ...rivals, programs: rivals.programs.map(listed) };
  const parts = { engine: engineVersion, ...listed(program), rivals: others, design: designPoints(design), ...rest };
  return digestOfJson(plain(parts));
}

function listed({ bytes, layout }: Program) {
  return { bytes: [...bytes], layout };
}

/** A job is plain data, which types cannot say of an interface. */
function plain(value: object): Json {
  const copy: Json = JSON.parse(JSON.stringify(value));
  return copy;
}
