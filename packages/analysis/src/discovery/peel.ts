import { countInterest, type Futures, type Limit } from "./box.ts";
import { between, limited } from "./limits.ts";

/** What a slice would do: how many futures it takes away and leaves, and the share of interest before and after. */
interface Slice {
  readonly lost: number;
  readonly kept: number;
  readonly before: number;
  readonly after: number;
}

/**
 * What a peel should make large. `original` is the new share alone, which takes an input of few values in one bite; the lenient
 * ones count what the rise costs. Source: Friedman & Fisher 1999, sections 14.1, 14.3 and 14.6; compared by Kwakkel &
 * Jaxa-Rozen 2016, Environ. Model. Softw. 79, 311-321, whose names these are.
 */
export const peelObjectives = {
  original: ({ after }: Slice) => after,
  /** The rise for each future taken away. */
  lenient1: ({ lost, before, after }: Slice) => (after - before) / lost,
  /** The same, times the futures that are left. */
  lenient2: ({ lost, kept, before, after }: Slice) => (kept * (after - before)) / lost,
} as const;

export type PeelObjective = keyof typeof peelObjectives;

export interface PeelRule {
  readonly alpha: number;
  readonly massMin: number;
  readonly objective: PeelObjective;
}

/** A box being peeled. `orders` holds, for each input, the rows inside by rising value; it shrinks with every peel. */
export interface Peeling {
  readonly futures: Futures;
  orders: readonly Uint32Array[];
  limits: readonly Limit[];
}

export function wholePeeling(futures: Futures): Peeling {
  return { futures, orders: futures.table.orders, limits: [] };
}

/** A slice that could go: where the lost part of the input's order begins and ends, and the limit that keeps the rest. */
interface Peel {
  readonly from: number;
  readonly end: number;
  readonly limit: Limit;
}

/** Takes the best slice off and gives the new limits, or undefined where no slice helps or the box would be too small. */
export function peel(state: Peeling, rule: PeelRule): readonly Limit[] | undefined {
  const best = bestPeel(state, rule);
  if (best === undefined) return undefined;
  const order = state.orders[best.limit.input]!;
  const left = order.length - (best.end - best.from);
  if (left / state.futures.interest.length < rule.massMin) return undefined;
  const lost = new Uint8Array(state.futures.interest.length);
  for (const row of order.subarray(best.from, best.end)) lost[row] = 1;
  state.orders = state.orders.map((each) => rowsKept(each, lost, left));
  state.limits = limited(state.limits, best.limit);
  return state.limits;
}

/** A loop with its own buffer: this is where the time goes. */
function rowsKept(order: Uint32Array, lost: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < order.length; i++) if (lost[order[i]!] === 0) rows[next++] = order[i]!;
  return rows;
}

function bestPeel({ futures, orders, limits }: Peeling, { alpha, objective }: PeelRule): Peel | undefined {
  let best: { peel: Peel; score: number; limits: number } | undefined;
  const hits = orders.length === 0 ? 0 : countInterest(futures.interest, orders[0]!);
  for (const [input, order] of orders.entries())
    for (const candidate of candidates(futures, limits, input, order, alpha)) {
      const slice = sliceOf(futures.interest, order, candidate, hits);
      if (slice.after <= slice.before) continue;
      const score = peelObjectives[objective](slice);
      const count = limits.length + (limits.some((limit) => limit.input === input) ? 0 : 1);
      const better = best === undefined || score > best.score || (score === best.score && count < best.limits);
      if (better) best = { peel: candidate, score, limits: count };
    }
  return best?.peel;
}

/** `hits` is how many of interest the whole box holds. */
function sliceOf(interest: Uint8Array, order: Uint32Array, { from, end }: Peel, hits: number): Slice {
  const lost = end - from;
  const kept = order.length - lost;
  const left = hits - countInterest(interest, order.subarray(from, end));
  return { lost, kept, before: hits / order.length, after: left / kept };
}

function candidates(
  { table }: Futures,
  limits: readonly Limit[],
  input: number,
  order: Uint32Array,
  alpha: number,
): readonly Peel[] {
  const column = table.columns[input]!;
  if (table.categorical.has(input)) return categoryPeels(column, input, order);
  const old = limits.find((limit) => limit.input === input) ?? { input, low: null, high: null };
  const peels = [upperPeel(column, old, order, alpha), lowerPeel(column, old, order, alpha)];
  return peels.filter((each) => each !== undefined);
}

/** One for each value that is left, as long as there are two. Rows of one value stand together in the order. */
function categoryPeels(column: Float64Array, input: number, order: Uint32Array): readonly Peel[] {
  const starts = Array.from(order.keys()).filter((at) => at === 0 || column[order[at]!] !== column[order[at - 1]!]);
  if (starts.length < 2) return [];
  const values = starts.map((at) => column[order[at]!]!);
  return starts.map((from, i) => ({
    from,
    end: starts[i + 1] ?? order.length,
    limit: { input, low: null, high: null, only: values.toSpliced(i, 1) },
  }));
}

/** Cuts between two different values at the lower quantile; rows of one value go or stay together. */
function lowerPeel(column: Float64Array, old: Limit, order: Uint32Array, alpha: number): Peel | undefined {
  const at = (position: number) => column[order[position]!]!;
  const last = order.length - 1;
  const low = Math.floor(last * alpha);
  let high = Math.ceil(last * alpha);
  while (high < last && at(high) === at(low)) high++;
  if (last < 1 || at(high) === at(low)) return undefined;
  return { from: 0, end: high, limit: { ...old, low: between(at(low), at(high), "low") } };
}

function upperPeel(column: Float64Array, old: Limit, order: Uint32Array, alpha: number): Peel | undefined {
  const at = (position: number) => column[order[position]!]!;
  const last = order.length - 1;
  const high = Math.ceil(last * (1 - alpha));
  let low = Math.floor(last * (1 - alpha));
  while (low > 0 && at(low) === at(high)) low--;
  if (last < 1 || at(low) === at(high)) return undefined;
  return { from: low + 1, end: order.length, limit: { ...old, high: between(at(low), at(high), "high") } };
}
