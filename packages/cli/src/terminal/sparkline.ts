const levels = "▁▂▃▄▅▆▇█";

/** A series as one line of blocks, the lowest value lowest; gaps where a value is not finite. */
export function sparkline(values: ArrayLike<number>, width: number): string {
  const picked = Array.from(
    { length: Math.min(width, values.length) },
    (_, i, count = Math.min(width, values.length)) =>
      count === 1 ? values[0]! : values[Math.round((i * (values.length - 1)) / (count - 1))]!,
  );
  const finite = picked.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return picked.map((value) => level(value, low, high)).join("");
}

function level(value: number, low: number, high: number): string {
  if (!Number.isFinite(value)) return " ";
  if (high === low) return levels[3]!;
  return levels[Math.min(levels.length - 1, Math.floor(((value - low) / (high - low)) * levels.length))]!;
}
