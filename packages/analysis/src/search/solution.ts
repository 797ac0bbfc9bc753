/** What came of a candidate. */
export interface Judged {
  /** One a goal; less is better in each. Finite where the candidate is allowed. */
  readonly objectives: Float64Array;
  /** By how much constraints are broken, all together; 0 where none is. */
  readonly violation: number;
}

export interface Solution extends Judged {
  /** The levers, each in its own unit. */
  readonly levers: Float64Array;
}

/**
 * Whether `a` is to be preferred to `b` (-1), `b` to `a` (1), or neither (0): what breaks constraints less comes first, and among
 * those that break none, what is at least as good in every objective and better in one.
 * Source: the constrained domination of Deb, Pratap, Agarwal & Meyarivan 2002, IEEE Trans. Evol. Comput. 6, 182-197, section VI.
 */
export function dominance(a: Judged, b: Judged): -1 | 0 | 1 {
  if (a.violation > 0 || b.violation > 0) return a.violation === b.violation ? 0 : a.violation < b.violation ? -1 : 1;
  return paretoDominance(a.objectives, b.objectives);
}

export function paretoDominance(a: Float64Array, b: Float64Array): -1 | 0 | 1 {
  let [better, worse] = [false, false];
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) better = true;
    else if (a[i]! > b[i]!) worse = true;
    if (better && worse) return 0;
  }
  return better === worse ? 0 : better ? -1 : 1;
}
