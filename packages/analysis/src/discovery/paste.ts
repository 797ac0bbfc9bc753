import { boxOf, countInterest, type Futures, type Limit, rowsInside } from "./box.ts";
import { between, limited, type Side } from "./limits.ts";

/** The widened limits with the highest density, or undefined where no widening raises it. */
export function paste(futures: Futures, limits: readonly Limit[], alpha: number): readonly Limit[] | undefined {
  const rows = rowsInside(futures, limits);
  let best: readonly Limit[] | undefined;
  let floor = countInterest(futures.interest, rows) / rows.length;
  for (const limit of limits)
    for (const wider of widenings(futures, limits, limit, Math.ceil(alpha * rows.length))) {
      const next = limited(limits, wider);
      const { density } = boxOf(futures, next);
      if (density <= floor) continue;
      best = next;
      floor = density;
    }
  return best;
}

function widenings(futures: Futures, limits: readonly Limit[], limit: Limit, count: number): readonly Limit[] {
  if (limit.only !== undefined) return withOneMore(futures, limit, limit.only);
  const sides = (["high", "low"] as const).filter((side) => limit[side] !== null);
  return sides.map((side) => widened(futures, limits, limit, side, count));
}

/** The values let in and one that is kept out, for each of those. All values let in is no limit. */
function withOneMore({ table }: Futures, limit: Limit, only: readonly number[]): readonly Limit[] {
  const values = [...new Set(table.columns[limit.input])];
  const { only: _, ...open } = limit;
  return values
    .filter((value) => !only.includes(value))
    .sort((a, b) => a - b)
    .map((value) => [...only, value].sort((a, b) => a - b))
    .map((wider) => (wider.length === values.length ? open : { ...open, only: wider }));
}

/** Moves one side outwards past the next `count` rows that only it keeps out; opens it where no more are left. */
function widened(futures: Futures, limits: readonly Limit[], limit: Limit, side: Side, count: number): Limit {
  const column = futures.table.columns[limit.input]!;
  const old = limit[side]!;
  const open: Limit = { ...limit, [side]: null };
  const outside = rowsInside(futures, limited(limits, open)).filter((row) =>
    side === "low" ? column[row]! < old : column[row]! > old,
  );
  const sign = side === "low" ? -1 : 1;
  const values = Float64Array.from(outside, (row) => sign * column[row]!).sort();
  const reach = values[Math.min(count, values.length) - 1];
  const next = values.find((value) => reach === undefined || value > reach);
  if (reach === undefined || next === undefined) return open;
  const [low, high] = side === "low" ? [-next, -reach] : [reach, next];
  return { ...limit, [side]: between(low, high, side) };
}
