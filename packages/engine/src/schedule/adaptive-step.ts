/**
 * The adaptive method: within a step, 2^k even parts are each gone by a pair of formulas of orders 5 and 4, for k = 0, 1, 2 … until the
 * two agree in every part, for every stock. So all futures look at the same times, which is what lets them be computed side by side,
 * and each one keeps what it had at the first k that was good enough for it, whatever the others need.
 * Source: Dormand & Prince 1980, J. Comput. Appl. Math. 6, 19-26; Hairer, Nørsett & Wanner 1993, II.5, table 5.2.
 */
interface Stage {
  /** How far into the part the rates are looked at. */
  readonly at: number;
  /** How much of each rate before it leads there; one that is 0 is left out. */
  readonly weights: readonly number[];
}

/** The stages after the first, whose rates are those at the start of the part; the last one is where the part ends. */
export const stages: readonly Stage[] = [
  { at: 1 / 5, weights: [1 / 5] },
  { at: 3 / 10, weights: [3 / 40, 9 / 40] },
  { at: 4 / 5, weights: [44 / 45, -56 / 15, 32 / 9] },
  { at: 8 / 9, weights: [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729] },
  { at: 1, weights: [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656] },
  { at: 1, weights: [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84] },
];

/** The weights of the rates, the last stage's among them, in the difference between the two formulas. */
export const errorWeights: readonly number[] = [
  71 / 57600,
  0,
  -71 / 16695,
  71 / 1920,
  -17253 / 339200,
  22 / 525,
  -1 / 40,
];

/** The most that the formulas may differ in a part, of the size of the stock and of its change in the part, whichever is most. */
export const tolerance = 1e-6;

/** A step that 2^12 parts do not make smooth enough has not converged: its stocks are NaN from there on. */
export const finestLevel = 12;
