import type { Uncertainty } from "@sequitur/study";
import { said } from "../language/language.ts";
import { numberText } from "../session/number-text.ts";

/** Something that futures differ in: an assumption, what came of it, or how far a claim's test is passed. */
export interface FuturesAxis {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** What it is listed under. */
  readonly group: string;
  /** One a future looked at. */
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
  /** Where its values stand for structures of the model: what each is called. */
  readonly names: readonly { readonly value: number; readonly label: string }[];
}

/** The axis of the claim's margin. */
export const marginAxis = "margin";

export function inputAxis({ id, label, unit, rivals }: Uncertainty, values: Float64Array, group: string): FuturesAxis {
  const names = rivals.map((rival) => ({ value: rival.value, label: said(rival.label) }));
  return axisOf({ id: inputAxisId(id), label: said(label), unit: unitText(unit), group, names, values });
}

export function inputAxisId(uncertainty: string): string {
  return `in.${uncertainty}`;
}

export function axisOf(axis: Omit<FuturesAxis, "low" | "high">): FuturesAxis {
  const low = axis.values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = axis.values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return low <= high ? { ...axis, low, high } : { ...axis, low: 0, high: 1 };
}

/** A number without a unit is a number: "Dmnl" says so to a modeller only. */
export function unitText(unit: string): string {
  return /^(dmnl|1|dimensionless|)$/i.test(unit) ? "" : unit;
}

/** A value as the axis tells it: by name where it stands for a structure. */
export function valueText({ names, unit }: FuturesAxis, value: number): string {
  const [nearest] = names.toSorted((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value));
  if (nearest !== undefined) return nearest.label;
  return unit === "" ? numberText(value) : `${numberText(value)} ${unit}`;
}

/** Where a value stands between the ends of its axis, from 0 to 1; in the middle where all are alike. */
export function placeOf({ low, high }: FuturesAxis, value: number): number {
  return high > low ? (value - low) / (high - low) : 0.5;
}
