const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** A number rounded to what is known of a model's: three digits, thousands grouped. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "no number";
  return Math.abs(value) >= 1000 ? grouped.format(Number(value.toPrecision(3))) : short.format(value);
}

/** As short as an axis wants it: 12K, 3.4M. */
export function compactText(value: number): string {
  return compact.format(value);
}

/** With its sign, for a difference. */
export function differenceText(value: number): string {
  return value > 0 ? `+${numberText(value)}` : numberText(value).replace("-", "−");
}
