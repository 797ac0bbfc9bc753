/** A share of a count, with the interval that the count leaves in doubt. */
export interface Share {
  /** In [0, 1]; NaN where nothing was counted. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Quantile 0.975 of the standard normal distribution: an interval of 95 %. */
const z = 1.959963984540054;

/**
 * Share of `count` in `total`, with its 95 % score interval, which unlike the textbook one keeps its coverage near 0 and 1
 * and never leaves [0, 1]. With a total of 0 all three are NaN.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209-212; as method 3 of Newcombe 1998, Stat. Med. 17, 857-872.
 */
export function shareOf(count: number, total: number): Share {
  const share = count / total;
  const middle = 2 * count + z * z;
  const reach = z * Math.sqrt(z * z + 4 * count * (1 - share));
  const scale = 2 * (total + z * z);
  return {
    share,
    // In exact arithmetic both ends are 0 and 1 there; rounding must not say otherwise.
    low: count === 0 ? 0 : (middle - reach) / scale,
    high: count === total && total > 0 ? 1 : (middle + reach) / scale,
  };
}
