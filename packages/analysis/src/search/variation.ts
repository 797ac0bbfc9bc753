/** Bounds of each lever, in its unit. Shape [levers] each. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Where variation gets its chance, one number in [0, 1) a call, and x to the power y with the same bits everywhere. */
export interface Chance {
  readonly next: () => number;
  readonly pow: (x: number, y: number) => number;
}

/**
 * Simulated binary crossover within bounds: two children about their parents, as far from them as one-point crossover of binary
 * strings would put them. Each lever is crossed with probability one half, and the children exchange it with one half.
 * @param index  the larger, the nearer to the parents
 * Source: Deb & Agrawal 1995, Complex Syst. 9, 115-148; with bounds: Deb & Goyal 1996, Comput. Sci. Inform. 26, 30-45.
 */
export function crossed(
  a: Float64Array,
  b: Float64Array,
  bounds: Bounds,
  index: number,
  { next, pow }: Chance,
): readonly [Float64Array, Float64Array] {
  const [first, second] = [a.slice(), b.slice()];
  for (let i = 0; i < a.length; i++) {
    const [crosses, u, exchanges] = [next() < 0.5, next(), next() < 0.5];
    const [x, y] = [Math.min(a[i]!, b[i]!), Math.max(a[i]!, b[i]!)];
    if (!crosses || y === x) continue;
    const child = (room: number, side: -1 | 1) => {
      const alpha = 2 - pow(1 + (2 * room) / (y - x), -(index + 1));
      const beta = u <= 1 / alpha ? pow(u * alpha, 1 / (index + 1)) : pow(1 / (2 - u * alpha), 1 / (index + 1));
      return clamped(0.5 * (x + y + side * beta * (y - x)), bounds, i);
    };
    const [below, above] = [child(x - bounds.low[i]!, -1), child(bounds.high[i]! - y, 1)];
    [first[i], second[i]] = exchanges ? [above, below] : [below, above];
  }
  return [first, second];
}

/**
 * Polynomial mutation within bounds: each lever with probability 1 / levers, by a step that is likelier the smaller it is.
 * @param index  the larger, the smaller the steps
 * Source: Deb & Goyal 1996; the form that keeps within bounds: Deb & Agrawal 1999, Proc. ICANNGA, 235-243.
 */
export function mutated(levers: Float64Array, bounds: Bounds, index: number, { next, pow }: Chance): Float64Array {
  return levers.map((value, i) => {
    const [mutates, u] = [next() < 1 / levers.length, next()];
    const range = bounds.high[i]! - bounds.low[i]!;
    if (!mutates || range === 0) return value;
    const up = u >= 0.5;
    const room = (up ? bounds.high[i]! - value : value - bounds.low[i]!) / range;
    const far = pow(1 - room, index + 1);
    const part = up ? 2 * (1 - u) + 2 * (u - 0.5) * far : 2 * u + (1 - 2 * u) * far;
    const step = pow(part, 1 / (index + 1));
    return clamped(value + range * (up ? 1 - step : step - 1), bounds, i);
  });
}

/** Rounding must not leave the bounds. */
function clamped(value: number, { low, high }: Bounds, i: number): number {
  return Math.min(Math.max(value, low[i]!), high[i]!);
}

export function anywhere({ low, high }: Bounds, { next }: Chance): Float64Array {
  return low.map((bottom, i) => clamped(bottom + next() * (high[i]! - bottom), { low, high }, i));
}
