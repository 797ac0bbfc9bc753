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

/** Whether `a` is at least as good in every objective and better in one (-1), or `b` is (1), or neither (0). */
export function paretoDominance(a: Float64Array, b: Float64Array): -1 | 0 | 1 {
  let [better, worse] = [false, false];
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) better = true;
    else if (a[i]! > b[i]!) worse = true;
    if (better && worse) return 0;
  }
  return better === worse ? 0 : better ? -1 : 1;
}
