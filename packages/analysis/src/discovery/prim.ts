import { type Box, boxOf, countInterest, type Futures, type Limit, rowsInside } from "./box.ts";

export interface PrimOptions {
  /** Share of a box's futures that one peel takes away, and that one paste adds. */
  readonly peelAlpha?: number;
  readonly pasteAlpha?: number;
  /** The least share of all futures that a box may hold. */
  readonly massMin?: number;
}

/**
 * The patient rule induction method: from all futures, peels off one thin slice after another, each the one that most raises
 * the share of futures of interest for what it takes away; then pastes slices back on as long as that raises it further.
 * Ties go to the box that limits fewer inputs, then to the earlier input, then to the upper side.
 *
 * @returns  every box on the way, the whole first: from full coverage to the greatest density found
 * Source: Friedman & Fisher 1999, Stat. Comput. 9, 123-143; gain for each future lost, instead of the new mean alone, so that
 * inputs of few values are not peeled in one bite: Kwakkel & Jaxa-Rozen 2016, Environ. Model. Softw. 79, 311-321.
 */
export function primTrajectory(
  futures: Futures,
  { peelAlpha = 0.05, pasteAlpha = 0.05, massMin = 0.05 }: PrimOptions = {},
): readonly Box[] {
  const boxes = [boxOf(futures, [])];
  const extend = (limits: readonly Limit[] | undefined) => {
    if (limits === undefined) return false;
    boxes.push(boxOf(futures, limits));
    return true;
  };
  const peeling: Peeling = { futures, orders: futures.table.orders, limits: [] };
  while (extend(peel(peeling, peelAlpha, massMin)));
  while (extend(paste(futures, boxes.at(-1)!.limits, pasteAlpha)));
  return boxes;
}

/** A box being peeled. `orders` holds, for each input, the rows inside by rising value; it shrinks with every peel. */
interface Peeling {
  readonly futures: Futures;
  orders: readonly Uint32Array[];
  limits: readonly Limit[];
}

/** A slice that could go: where the kept part of the input's order begins and ends, and the limit that cuts there. */
interface Peel {
  readonly input: number;
  readonly side: "low" | "high";
  readonly from: number;
  readonly end: number;
  readonly limit: number;
}

/** Takes the best slice off and gives the new limits, or undefined where no slice helps or the box would be too small. */
function peel(state: Peeling, alpha: number, massMin: number): readonly Limit[] | undefined {
  const best = bestPeel(state, alpha);
  if (best === undefined || (best.end - best.from) / state.futures.interest.length < massMin) return undefined;
  const kept = new Uint8Array(state.futures.interest.length);
  for (const row of state.orders[best.input]!.subarray(best.from, best.end)) kept[row] = 1;
  state.orders = state.orders.map((order) => rowsKept(order, kept, best.end - best.from));
  state.limits = limited(state.limits, best.input, best.side, best.limit);
  return state.limits;
}

/** A loop with its own buffer: this is where the time goes. */
function rowsKept(order: Uint32Array, kept: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < order.length; i++) if (kept[order[i]!] === 1) rows[next++] = order[i]!;
  return rows;
}

function bestPeel({ futures, orders, limits }: Peeling, alpha: number): Peel | undefined {
  let best: { peel: Peel; score: number; limits: number } | undefined;
  const hits = orders.length === 0 ? 0 : countInterest(futures.interest, orders[0]!);
  for (const [input, order] of orders.entries())
    for (const candidate of [upperPeel(futures, input, order, alpha), lowerPeel(futures, input, order, alpha)]) {
      if (candidate === undefined) continue;
      const score = peelScore(futures.interest, order, candidate, hits);
      const count = limits.length + (limits.some((limit) => limit.input === input) ? 0 : 1);
      const better = best === undefined || score > best.score || (score === best.score && count < best.limits);
      if (score > 0 && better) best = { peel: candidate, score, limits: count };
    }
  return best?.peel;
}

/** The rise of the mean for each future taken away; `hits` is how many of interest the whole box holds. */
function peelScore(interest: Uint8Array, order: Uint32Array, { from, end }: Peel, hits: number): number {
  const lost = from > 0 ? order.subarray(0, from) : order.subarray(end);
  const kept = hits - countInterest(interest, lost);
  return (kept / (end - from) - hits / order.length) / lost.length;
}

/** Cuts between two different values at the lower quantile; rows of one value go or stay together. */
function lowerPeel({ table }: Futures, input: number, order: Uint32Array, alpha: number): Peel | undefined {
  const at = (position: number) => table.columns[input]![order[position]!]!;
  const last = order.length - 1;
  const low = Math.floor(last * alpha);
  let high = Math.ceil(last * alpha);
  while (high < last && at(high) === at(low)) high++;
  if (last < 1 || at(high) === at(low)) return undefined;
  return { input, side: "low", from: high, end: order.length, limit: between(at(low), at(high), "low") };
}

function upperPeel({ table }: Futures, input: number, order: Uint32Array, alpha: number): Peel | undefined {
  const at = (position: number) => table.columns[input]![order[position]!]!;
  const last = order.length - 1;
  const high = Math.ceil(last * (1 - alpha));
  let low = Math.floor(last * (1 - alpha));
  while (low > 0 && at(low) === at(high)) low--;
  if (last < 1 || at(low) === at(high)) return undefined;
  return { input, side: "high", from: 0, end: low + 1, limit: between(at(low), at(high), "high") };
}

/** Half way between two different values, or the one that stays inside where no number lies between them. */
function between(low: number, high: number, side: "low" | "high"): number {
  const middle = (low + high) / 2;
  if (low < middle && middle < high) return middle;
  return side === "low" ? high : low;
}

function limited(limits: readonly Limit[], input: number, side: "low" | "high", at: number | null): readonly Limit[] {
  const old = limits.find((limit) => limit.input === input) ?? { input, low: null, high: null };
  const next = { ...old, [side]: at };
  const others = limits.filter((limit) => limit.input !== input);
  const open = next.low === null && next.high === null;
  return (open ? others : [...others, next]).sort((a, b) => a.input - b.input);
}

/** The widened limits with the highest density, or undefined where no widening raises it. */
function paste(futures: Futures, limits: readonly Limit[], alpha: number): readonly Limit[] | undefined {
  const rows = rowsInside(futures, limits);
  let best: { limits: readonly Limit[]; density: number } | undefined;
  let floor = countInterest(futures.interest, rows) / rows.length;
  for (const { input, ...sides } of limits)
    for (const side of ["high", "low"] as const) {
      if (sides[side] === null) continue;
      const wider = widened(futures, limits, input, side, Math.ceil(alpha * rows.length));
      const { density } = boxOf(futures, wider);
      if (density <= floor) continue;
      best = { limits: wider, density };
      floor = density;
    }
  return best?.limits;
}

/** Moves one side outwards past the next `count` rows that only it keeps out; opens it where no more are left. */
function widened(
  futures: Futures,
  limits: readonly Limit[],
  input: number,
  side: "low" | "high",
  count: number,
): readonly Limit[] {
  const column = futures.table.columns[input]!;
  const old = limits.find((limit) => limit.input === input)![side]!;
  const opened = rowsInside(futures, limited(limits, input, side, null));
  const outside = opened.filter((row) => (side === "low" ? column[row]! < old : column[row]! > old));
  const sign = side === "low" ? -1 : 1;
  const values = Float64Array.from(outside, (row) => sign * column[row]!).sort();
  const reach = values[Math.min(count, values.length) - 1];
  const next = values.find((value) => reach === undefined || value > reach);
  if (reach === undefined || next === undefined) return limited(limits, input, side, null);
  const [low, high] = side === "low" ? [-next, -reach] : [reach, next];
  return limited(limits, input, side, between(low, high, side));
}
