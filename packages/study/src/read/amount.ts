import type { FigureReduction } from "@sequitur/ensemble";
import { isDimensionless, readUnit, sameUnit } from "@sequitur/model";
import type { Amount } from "../claim/test.ts";
import { report } from "./diagnostics.ts";
import type { Reading } from "./reading.ts";
import { figureUnit } from "./unit-check.ts";
import { type Part, valueSpan } from "./yaml-file.ts";

/** What an amount is measured by: the unit of a measure and how its figure is taken. */
interface Scale {
  readonly name: string;
  readonly unit: string;
  readonly figureUnit: string;
  readonly reduce: FigureReduction;
}

const number = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/iu;

/** A number with its unit, or a share of what is compared with. Undefined, and reported, where it is neither. */
export function amountOf(reading: Reading, yaml: number | string, scale: Scale, at: Part): Amount | undefined {
  const text = String(yaml).trim();
  const parts = number.exec(text);
  if (parts === null || parts[1]!.startsWith("-")) {
    reading.found.push(report("bad-amount", valueSpan(at), { text }));
    return undefined;
  }
  const value = Number(parts[1]);
  if (parts[2] === "%") return { kind: "fraction", value: value / 100 };
  checkAmountUnit(reading, text, parts[2]!, scale, at);
  return { kind: "amount", value };
}

/** A limit may be negative, but is never a share: there is nothing that it could be a share of. */
export function limitOf(reading: Reading, yaml: number | string, scale: Scale, at: Part): number | undefined {
  const text = String(yaml).trim();
  const parts = number.exec(text);
  if (parts === null || parts[2] === "%") {
    reading.found.push(report("bad-amount", valueSpan(at), { text }));
    return undefined;
  }
  checkAmountUnit(reading, text, parts[2]!, scale, at);
  return Number(parts[1]);
}

function checkAmountUnit(reading: Reading, text: string, unit: string, scale: Scale, at: Part): void {
  const wanted = figureUnit(reading, scale.unit, scale.reduce);
  if (wanted === undefined || (unit === "" && isDimensionless(wanted))) return;
  const given = unit === "" ? undefined : readUnit(reading.model, unit);
  const { name, figureUnit: modelUnit } = scale;
  if (unit === "") reading.found.push(report("amount-without-unit", valueSpan(at), { text, unit: modelUnit }));
  else if (given === undefined) reading.found.push(report("bad-unit", valueSpan(at), { unit }));
  else if (!sameUnit(given, wanted)) reading.found.push(report("wrong-unit", valueSpan(at), { name, unit, modelUnit }));
}
