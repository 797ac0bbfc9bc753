/**
 * Probability of at least `hits` successes in `size` trials of probability p. Terms are taken in proportion to the greatest, each
 * from its neighbour by one ratio, and divided by their sum: no logarithm, power or factorial, so the same bits everywhere.
 * Where `hits` lies far out, and the true value below about 1e-300, the answer is 0.
 * @param hits, size  whole      @param p  in [0, 1]      @returns  in [0, 1]
 */
export function binomialTail(hits: number, size: number, p: number): number {
  if (hits <= 0) return 1;
  if (hits > size || p === 0) return 0;
  if (p === 1) return 1;
  const odds = p / (1 - p);
  const mode = Math.min(size, Math.floor((size + 1) * p));
  let below = 0;
  let tail = 0;
  const count = (k: number, term: number) => {
    if (k >= hits) tail += term;
    else below += term;
  };
  for (let k = mode, term = 1; k <= size && term > 0; term *= ((size - k) / (k + 1)) * odds, k++) count(k, term);
  for (let k = mode - 1, term = mode / ((size - mode + 1) * odds); k >= 0 && term > 0; ) {
    count(k, term);
    term *= k / ((size - k + 1) * odds);
    k--;
  }
  return tail / (tail + below);
}
