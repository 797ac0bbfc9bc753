import type { Judged } from "../search/solution.ts";

/** A problem of several objectives, all to be made small, over levers in [low, high]. */
export interface SearchProblem {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly judge: (levers: Float64Array) => Judged;
}

const unit = (levers: number) => ({ low: new Float64Array(levers), high: new Float64Array(levers).fill(1) });
const allowed = (...objectives: readonly number[]): Judged => ({
  objectives: Float64Array.from(objectives),
  violation: 0,
});

/** Deb, Thiele, Laumanns & Zitzler 2002, DTLZ2 with three objectives and ten levers of distance: the front is the unit sphere. */
export const dtlz2: SearchProblem = {
  ...unit(12),
  judge: (x) => {
    const g = x.subarray(2).reduce((sum, v) => sum + (v - 0.5) ** 2, 0);
    const [a, b] = [(x[0]! * Math.PI) / 2, (x[1]! * Math.PI) / 2];
    return allowed((1 + g) * Math.cos(a) * Math.cos(b), (1 + g) * Math.cos(a) * Math.sin(b), (1 + g) * Math.sin(a));
  },
};

/** Zitzler, Deb & Thiele 2000, Evol. Comput. 8, 173-195: two objectives, thirty levers; the front is where the last 29 are 0. */
function zdt(shape: (f: number, g: number) => number): SearchProblem {
  return {
    ...unit(30),
    judge: (x) => {
      const g = 1 + (9 * x.subarray(1).reduce((sum, v) => sum + v, 0)) / 29;
      return allowed(x[0]!, g * shape(x[0]!, g));
    },
  };
}

export const zdt1 = zdt((f, g) => 1 - Math.sqrt(f / g));
export const zdt2 = zdt((f, g) => 1 - (f / g) ** 2);
export const zdt3 = zdt((f, g) => 1 - Math.sqrt(f / g) - (f / g) * Math.sin(10 * Math.PI * f));

/** Deb et al. 2002, table V, "CONSTR": two levers, two constraints that cut the front of the problem without them. */
export const constr: SearchProblem = {
  low: Float64Array.from([0.1, 0]),
  high: Float64Array.from([1, 5]),
  judge: ([x1, x2]) => ({
    objectives: Float64Array.from([x1!, (1 + x2!) / x1!]),
    violation: Math.max(0, 6 - x2! - 9 * x1!) + Math.max(0, 1 + x2! - 9 * x1!),
  }),
};
