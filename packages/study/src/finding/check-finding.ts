import { operandsOf, propositionOf } from "../claim/proposition.ts";
import type { StudyPlan } from "../plan/plan-study.ts";
import type { Check } from "../read/study.ts";
import { type Examination, examine, type StudyResults } from "./examination.ts";
import type { CheckFinding } from "./findings.ts";

/** How many futures a finding names: enough to open some. */
const named = 10;

/** A future in which a check does not hold, and the policies under which: none where the check names its own. */
export interface BrokenCheck {
  readonly check: string;
  readonly future: number;
  readonly policies: readonly string[];
}

/** In how many of the futures that gave numbers each check is broken. */
export async function checkFindings(examination: Examination): Promise<readonly CheckFinding[]> {
  const found: CheckFinding[] = [];
  for (const check of examination.study.checks) {
    const broken = await brokenIn(examination, check);
    const under = (policy: string) => broken.filter(({ policies }) => policies.includes(policy)).length;
    found.push({
      id: check.id,
      futures: examination.finiteRows.length,
      broken: broken.length,
      policies: check.tests.flatMap(({ policy }) =>
        policy === undefined || under(policy) === 0 ? [] : [{ policy, broken: under(policy) }],
      ),
      examples: broken.slice(0, named).map(({ future }) => future),
    });
  }
  return found;
}

/** Every future in which some check is broken, check by check. */
export async function brokenChecks(plan: StudyPlan, results: StudyResults): Promise<readonly BrokenCheck[]> {
  const examination = await examine(plan, results);
  const broken: BrokenCheck[] = [];
  for (const check of plan.study.checks) broken.push(...(await brokenIn(examination, check)));
  return broken;
}

/** By rising future. */
async function brokenIn({ finite, finiteRows }: Examination, { id, tests }: Check): Promise<readonly BrokenCheck[]> {
  const under = new Map<number, string[]>();
  for (const { policy, test } of tests) {
    const columns = await finite(operandsOf(test));
    const { holds } = propositionOf(test, columns).evaluate(columns);
    for (const [at, future] of finiteRows.entries())
      if (holds[at] === 0) under.set(future, [...(under.get(future) ?? []), ...(policy === undefined ? [] : [policy])]);
  }
  return [...under].sort(([a], [b]) => a - b).map(([future, policies]) => ({ check: id, future, policies }));
}
