import type { Model } from "../model.ts";
import type { Unit } from "./unit.ts";
import { parseUnit } from "./unit-text.ts";

/** A unit as a person writes it, in the names and synonyms of a model; undefined where it cannot be read. */
export function readUnit(model: Model, text: string): Unit | undefined {
  return parseUnit(text, model.unitNames);
}
