import { nameKey } from "../syntax/name-key.ts";

/** The key by which the name of a column and that of an element are the same: `"Stock A" [Entry 1, b]`, `stock_a[entry 1,b]`. */
export function columnKey(name: string): string {
  const whole = name.trim();
  const open = whole.endsWith("]") ? whole.lastIndexOf("[") : -1;
  if (open === -1) return variableKey(whole);
  return `${variableKey(whole.slice(0, open))}[${whole
    .slice(open + 1, -1)
    .split(",")
    .map(nameKey)
    .join(",")}]`;
}

function variableKey(written: string): string {
  const name = written.trim();
  const isQuoted = name.length > 1 && name.startsWith('"') && name.endsWith('"');
  return nameKey((isQuoted ? name.slice(1, -1) : name).replaceAll('\\"', '"'));
}
