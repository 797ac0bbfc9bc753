/** Cells in columns as wide as their widest. */
export function alignedRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join("  ")
      .trimEnd(),
  );
}

/** A number to be read: so many significant digits. */
export function short(value: number, digits = 4): string {
  return String(Number(value.toPrecision(digits)));
}

const names = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** Large amounts with the name of their size. */
export function amount(value: number): string {
  const size = names.find(([least]) => Math.abs(value) >= least);
  return size === undefined ? short(value) : `${short(value / size[0], 3)} ${size[1]}`;
}
