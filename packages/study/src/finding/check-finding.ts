import type { ExperimentReader } from "@sequitur/ensemble";
import { operandsOf, propositionOf } from "../claim/proposition.ts";
import type { PlannedReality, StudyPlan } from "../plan/plan-study.ts";
import type { Check, RealityCheck } from "../read/study.ts";
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

/** In how many of the futures that gave numbers each check is broken: the study's, then the model's own. */
export async function checkFindings(
  examination: Examination,
  reality: readonly PlannedReality[],
  results: readonly ExperimentReader[],
): Promise<readonly CheckFinding[]> {
  const { study, finiteRows } = examination;
  const policies = study.policies.map(({ id }) => id);
  const found: CheckFinding[] = [];
  for (const check of study.checks) {
    const asked = check.tests.flatMap(({ policy }) => policy ?? []);
    found.push(findingOf(check.id, asked, finiteRows.length, await brokenIn(examination, check)));
  }
  for (const check of study.realityChecks)
    found.push(findingOf(check.id, policies, finiteRows.length, await unrealIn(examination, check, reality, results)));
  return found;
}

function findingOf(
  id: string,
  asked: readonly string[],
  futures: number,
  broken: readonly BrokenCheck[],
): CheckFinding {
  const under = (policy: string) => broken.filter(({ policies }) => policies.includes(policy)).length;
  return {
    id,
    futures,
    broken: broken.length,
    policies: asked.map((policy) => ({ policy, broken: under(policy) })).filter((each) => each.broken > 0),
    examples: broken.slice(0, named).map(({ future }) => future),
  };
}

/** Every future in which some check is broken, check by check. */
export async function brokenChecks(plan: StudyPlan, results: StudyResults): Promise<readonly BrokenCheck[]> {
  const examination = await examine(plan, results);
  const broken: BrokenCheck[] = [];
  for (const check of plan.study.checks) broken.push(...(await brokenIn(examination, check)));
  for (const check of plan.study.realityChecks)
    broken.push(...(await unrealIn(examination, check, plan.reality, results.reality)));
  return broken;
}

/** By rising future. */
async function brokenIn({ finite, finiteRows }: Examination, { id, tests }: Check): Promise<readonly BrokenCheck[]> {
  const under = new Map<number, Set<string>>();
  for (const { policy, test } of tests) {
    const columns = await finite(operandsOf(test));
    const { holds } = propositionOf(test, columns).evaluate(columns);
    for (const [at, future] of finiteRows.entries()) if (holds[at] === 0) note(under, future, policy);
  }
  return byFuture(id, under);
}

/** Where a model's own check is broken in some of the ways in which its condition is made true. */
async function unrealIn(
  { study, finiteRows }: Examination,
  { id }: RealityCheck,
  reality: readonly PlannedReality[],
  results: readonly ExperimentReader[],
): Promise<readonly BrokenCheck[]> {
  const under = new Map<number, Set<string>>();
  for (const [i, { checks }] of reality.entries()) {
    const figure = checks.indexOf(id);
    if (figure < 0) continue;
    for (const [at, policy] of study.policies.entries()) {
      const fails = await results[i]!.figure(at, figure);
      for (const future of finiteRows) if (!(fails[future]! <= 0)) note(under, future, policy.id);
    }
  }
  return byFuture(id, under);
}

function note(under: Map<number, Set<string>>, future: number, policy: string | undefined): void {
  const policies = under.get(future) ?? new Set();
  if (policy !== undefined) policies.add(policy);
  under.set(future, policies);
}

function byFuture(check: string, under: ReadonlyMap<number, ReadonlySet<string>>): readonly BrokenCheck[] {
  const sorted = [...under].sort(([a], [b]) => a - b);
  return sorted.map(([future, policies]) => ({ check, future, policies: [...policies] }));
}
