/** The least and the greatest of two runs; from 0 on where they come near it. Some height where nothing moves. */
export function reachOf(...runs: readonly Float64Array[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const run of runs)
    for (const value of run) {
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  if (low > high) return [0, 1];
  if (low >= 0 && low < high * 0.6) low = 0;
  if (low < high) return [low, high];
  return low === 0 ? [0, 1] : [low - Math.abs(low) / 2, high + Math.abs(high) / 2];
}

/** A run as a path across a square of 100: whatever is no number breaks it. */
export function linePath(run: Float64Array, [low, high]: readonly [number, number]): string {
  const last = run.length - 1;
  let path = "";
  let broken = true;
  for (let at = 0; at <= last; at++) {
    const value = run[at]!;
    if (Number.isFinite(value)) {
      const y = 100 - (100 * (value - low)) / (high - low);
      path += `${broken ? "M" : "L"}${((100 * at) / last).toFixed(2)},${y.toFixed(2)}`;
    }
    broken = !Number.isFinite(value);
  }
  return path;
}
