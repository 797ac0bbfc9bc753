import type { Language } from "@sequitur/study";
import { language, words } from "../language/language.ts";

interface Formats {
  readonly grouped: Intl.NumberFormat;
  readonly short: Intl.NumberFormat;
  readonly compact: Intl.NumberFormat;
}

// Spanish numbers are written as in Latin America, where most of the readers are: 1,234.5.
const formats: Readonly<Record<Language, Formats>> = { en: formatsOf("en"), es: formatsOf("es-419") };

function formatsOf(locale: string): Formats {
  return {
    grouped: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    short: new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }),
    compact: new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 }),
  };
}

/** A number rounded to what is known of a model's: three digits, thousands grouped. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return words().number.none;
  const { grouped, short } = formats[language()];
  return Math.abs(value) >= 1000 ? grouped.format(Number(value.toPrecision(3))) : short.format(value);
}

/** A number in its unit; one without any stands alone. */
export function amountText(value: number, unit: string): string {
  return [numberText(value), ...unitParts(unit)].join(" ");
}

/** A unit for a reader, to whom "Dmnl" says nothing. */
export function unitText(unit: string): string {
  return unitParts(unit).join("");
}

function unitParts(unit: string): readonly string[] {
  return /^(dmnl|dimensionless|1|)$/i.test(unit) ? [] : [unit];
}

/** A count, to the last one. */
export function countText(count: number): string {
  return formats[language()].grouped.format(count);
}

/** A share as a whole percentage: "37 %". */
export function shareOfAll(share: number): string {
  return `${formats[language()].grouped.format(share * 100)} %`;
}

/** As short as an axis wants it: 12K, 3.4M. */
export function compactText(value: number): string {
  return formats[language()].compact.format(value);
}

/** With its sign, for a difference. */
export function differenceText(value: number): string {
  return value > 0 ? `+${numberText(value)}` : numberText(value).replace("-", "−");
}

const durations = ["year", "month", "week", "day", "hour"] as const;

/** A time with its unit in the reader's language, less than a year in months: "6 months", "2 años"; a unit that is no such time as it is. */
export function durationText(time: number, unit: string): string {
  const named = durations.find((each) => unit.toLowerCase().replace(/s$/u, "") === each);
  if (named === undefined) return `${numberText(time)} ${unit}`;
  const [value, own] = named === "year" && time < 1 ? ([time * 12, "month"] as const) : ([time, named] as const);
  const options = { style: "unit", unit: own, unitDisplay: "long", maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(language() === "en" ? "en" : "es-419", options).format(value);
}
