/** Rows as an aligned table. */
export function table(rows) {
  const lines = rows.map(({ id, value, unit, spread }) => [id, shown(value), unit, `± ${shown(spread)}`]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map(([id, value, unit, spread]) =>
      `${id.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${unit.padEnd(widths[2])}  ${spread}`.trimEnd(),
    )
    .join("\n");
}

/** Three digits, or all before the point. */
export const shown = (value) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
