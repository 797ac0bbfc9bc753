/**
 * A histogram of finite numbers with bins of equal relative width, from which any quantile is told within a stated error.
 * Counts add, so that parts merge in any order to the same sketch, to the bit.
 */
export interface QuantileSketch {
  /** Leading bits of the fraction that a bin keeps: a quantile is then at most 2^-(bits + 1) of itself off. */
  readonly bits: number;
  readonly count: number;
  /** How many fell into each bin. The larger the bin, the larger the numbers. */
  readonly bins: ReadonlyMap<number, number>;
}

/**
 * Counts a column. A bin is named by sign, exponent and the first `bits` (7) bits of the fraction of the number's IEEE 754 form, so
 * that no logarithm is taken: with 7 bits a quantile is at most 0.4 % off, 128 bins hold each doubling, and no column needs more
 * than 2^19 bins.
 * Source: bins of bounded relative error: Masson, Rim & Lee 2019, "DDSketch", PVLDB 12, 2195-2205; bins by leading bits: Tene,
 * HdrHistogram.
 */
export function quantileSketch(values: ArrayLike<number>, bits = 7): QuantileSketch {
  const bins = new Map<number, number>();
  const view = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < values.length; i++) {
    const bin = binOf(view, values[i]!, bits);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return { bits, count: values.length, bins };
}

/** Two sketches of the same `bits` as one. */
export function mergedSketches(a: QuantileSketch, b: QuantileSketch): QuantileSketch {
  if (a.bits !== b.bits) throw new Error(`Sketches of ${a.bits} and of ${b.bits} bits do not merge.`);
  const bins = new Map(a.bins);
  for (const [bin, count] of b.bins) bins.set(bin, (bins.get(bin) ?? 0) + count);
  return { bits: a.bits, count: a.count + b.count, bins };
}

/**
 * The p-quantile, the least number with at least p of all at or below it (Hyndman & Fan 1996, definition 1), told as the middle of
 * its bin: off by at most 2^-(bits + 1) of itself. NaN where there is nothing.
 */
export function sketchQuantile({ bits, count, bins }: QuantileSketch, p: number): number {
  const rank = Math.max(1, Math.ceil(p * count));
  let below = 0;
  for (const bin of [...bins.keys()].sort((a, b) => a - b)) {
    below += bins.get(bin)!;
    if (below >= rank) return middleOf(bin, bits);
  }
  return Number.NaN;
}

/** Magnitudes count up from 0; those of negative numbers down from -1, so that bins have the order of the numbers. */
function binOf(view: DataView, value: number, bits: number): number {
  view.setFloat64(0, Math.abs(value));
  const magnitude = view.getUint32(0) >>> (20 - bits);
  return value < 0 ? -1 - magnitude : magnitude;
}

function middleOf(bin: number, bits: number): number {
  const magnitude = bin < 0 ? -1 - bin : bin;
  if (magnitude === 0) return 0;
  const edge = (at: number) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(0, at << (20 - bits));
    return view.getFloat64(0);
  };
  const middle = edge(magnitude) / 2 + edge(magnitude + 1) / 2;
  return bin < 0 ? -middle : middle;
}
