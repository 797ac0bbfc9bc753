import {
  epsilonArchive,
  hypervolume,
  inputTable,
  type PolicySearch,
  policySearch,
  type Solution,
} from "@sequitur/analysis";
import { kernels } from "@sequitur/engine";
import { type RunOptions as EnsembleOptions, randomStream } from "@sequitur/ensemble";
import { breakingBox } from "../finding/breaking-box.ts";
import { planStudy, type StudyPlan } from "../plan/plan-study.ts";
import type { PolicyAims, Study } from "../read/study.ts";
import { compromise } from "./compromise.ts";
import { haveConverged } from "./convergence.ts";
import { withoutIdleLevers } from "./idle-levers.ts";
import { plausibleFutures } from "./plausible-futures.ts";
import type { ChosenPolicy, FoundPolicy, PolicySearchFinding, SearchRun } from "./policy-search-finding.ts";
import { judged, openTrial, type PolicyTrial, policyOf, reachedGain, type Setting, settled } from "./policy-trial.ts";

export interface PolicySearchOptions extends Pick<EnsembleOptions, "threads" | "signal" | "spawn"> {
  readonly seed?: number | undefined;
  /** Searches, each from its own draws: where they agree, they have converged. */
  readonly runs?: number | undefined;
  /** Candidates that each of them may judge. */
  readonly evaluations?: number | undefined;
  /** Futures that each candidate is judged in. */
  readonly futures?: number | undefined;
  /** Futures, others than those, that what was found is shown in. */
  readonly heldOut?: number | undefined;
  /** Called after each generation: candidates judged, of how many. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

export const searchDefaults = { runs: 2, evaluations: 3000, futures: 64, heldOut: 1024 };

/**
 * Robust many-objective search: lever settings that no other one beats in every goal, when each is credited with the gain over the
 * baseline policy that it reaches in a stated share of plausible futures. ε-NSGA-II, from several seeds; what they found together is
 * shown in futures that the search has not seen, beside the study's own policies, and the one that comes nearest to the best in
 * every goal is searched for where it fails.
 *
 * Source: Kasprzyk, Nataraj, Reed & Lempert 2013, Environ. Model. Softw. 42, 55-71 (many-objective robust decision making); judging in
 * many futures while searching: Watson & Kasprzyk 2017, Environ. Model. Softw. 89, 159-171.
 * @returns  undefined where the study asks for no search, or no future's past is plausible
 */
export async function searchPolicies(
  study: Study,
  options: PolicySearchOptions = {},
): Promise<PolicySearchFinding | undefined> {
  const aims = study.search;
  if (aims === undefined) return undefined;
  const {
    futures = searchDefaults.futures,
    heldOut = searchDefaults.heldOut,
    seed = study.seed,
    threads,
    signal,
    spawn,
  } = options;
  const running = { threads, signal, spawn };
  const plan = planStudy(study, { seed });
  const inputs = await plausibleFutures(plan, futures + heldOut, running);
  const trialOver = (from: number, to?: number) =>
    openTrial(
      plan,
      aims,
      inputs.map((column) => column.slice(from, to)),
      running,
    );
  const count = inputs[0]?.length ?? 0;
  if (count < 2) return undefined;
  const searched = Math.min(futures, Math.ceil(count / 2));
  const task: SearchTask = { plan, aims, seed, trial: await trialOver(0, searched) };
  const searches = await run(task, options);
  const solutions = archiveOf(aims, searches).toSorted((a, b) => a.objectives[0]! - b.objectives[0]!);
  const runs = searchRuns(aims, searches, solutions);
  const shown = await show(
    task,
    solutions,
    await trialOver(searched),
    inputs.map((column) => column.slice(searched)),
  );
  return {
    seed,
    searched,
    heldOut: count - searched,
    reachedIn: aims.reachedIn,
    goals: aims.goals.map(({ measure: { id, figureUnit }, amount }) => ({
      measure: id,
      unit: figureUnit,
      step: amount,
    })),
    runs,
    converged: haveConverged(runs),
    ...shown,
  };
}

interface SearchTask {
  readonly plan: StudyPlan;
  readonly aims: PolicyAims;
  readonly seed: number;
  readonly trial: PolicyTrial;
}

/** A search, and what its archive held after each generation. */
interface Search {
  readonly search: PolicySearch;
  readonly archives: (readonly Float64Array[])[];
}

/** All searches side by side: a generation of each is judged in one job. */
async function run(task: SearchTask, options: PolicySearchOptions): Promise<readonly Search[]> {
  const { runs = searchDefaults.runs, evaluations = searchDefaults.evaluations } = options;
  const searches = Array.from({ length: runs }, (_, at) => openSearch(task, at));
  const judgedBy = ({ search }: Search) => search.trace.at(-1)?.evaluations ?? 0;
  for (;;) {
    const going = searches.filter((one) => judgedBy(one) < evaluations);
    if (going.length === 0) return searches;
    options.signal?.throwIfAborted();
    await judgeGeneration(task, going);
    const done = searches.reduce((sum, one) => sum + Math.min(judgedBy(one), evaluations), 0);
    options.onProgress?.({ done, total: runs * evaluations });
  }
}

function openSearch({ aims, seed }: SearchTask, at: number): Search {
  const stream = randomStream(seed, "policy-search");
  const search = policySearch({
    low: Float64Array.from(aims.levers, ({ low }) => low),
    high: Float64Array.from(aims.levers, ({ high }) => high),
    epsilons: Float64Array.from(aims.goals, ({ amount }) => amount),
    uniform: (i) => stream.uniform(i, at, 0),
    pow: kernels.pow,
    window: 20,
  });
  return { search, archives: [] };
}

async function judgeGeneration({ plan, aims, trial }: SearchTask, going: readonly Search[]): Promise<void> {
  const asked = going.flatMap(({ search }) => search.ask().map((proposal) => ({ search, ...proposal })));
  const settings = asked.map(({ levers }) => settledAll(aims, levers));
  const gains = await trial.gains(
    settings.map((setting, at) => policyOf(plan.study, aims.levers, String(at), setting)),
  );
  asked.forEach(({ search, id }, at) => {
    search.tell(id, judged(aims, gains[at]!));
  });
  for (const { search, archives } of going) archives.push(search.solutions.map(({ objectives }) => objectives));
}

function settledAll({ levers }: PolicyAims, values: Float64Array): Setting {
  return values.map((value, at) => settled(levers[at]!, value));
}

/** The best of all runs together. */
function archiveOf({ goals }: PolicyAims, searches: readonly Search[]): readonly Solution[] {
  const archive = epsilonArchive(Float64Array.from(goals, ({ amount }) => amount));
  for (const { search } of searches) for (const solution of search.solutions) archive.add(solution);
  return archive.solutions.filter(({ violation }) => violation === 0);
}

function searchRuns(
  { goals }: PolicyAims,
  searches: readonly Search[],
  best: readonly Solution[],
): readonly SearchRun[] {
  const inSteps = (objectives: Float64Array) => objectives.map((value, at) => value / goals[at]!.amount);
  // One step beyond the worst, so that the worst counts, too.
  const worst = Float64Array.from(
    goals,
    (_, at) => 1 + Math.max(...best.map(({ objectives }) => inSteps(objectives)[at]!)),
  );
  const volumeOf = (archive: readonly Float64Array[]) =>
    best.length === 0 ? 0 : hypervolume(archive.map(inSteps), worst);
  return searches.map(({ search, archives }, at) => ({
    run: at + 1,
    trace: search.trace.map((progress, generation) => ({ ...progress, hypervolume: volumeOf(archives[generation]!) })),
  }));
}

/** What was found, in futures that it was not sought in, beside what the study had. */
async function show(
  { plan, aims, trial: searched }: SearchTask,
  solutions: readonly Solution[],
  trial: PolicyTrial,
  inputs: readonly (readonly number[])[],
): Promise<Pick<PolicySearchFinding, "found" | "chosen" | "studied">> {
  const settings = await withoutIdleLevers(
    plan.study,
    aims,
    searched,
    solutions.map(({ levers }) => settledAll(aims, levers)),
  );
  const found = settings.map((setting, at) => policyOf(plan.study, aims.levers, String(at), setting));
  const gains = await trial.gains([...plan.main.job.policies, ...found]);
  const own = plan.main.policies.length;
  const reached = gains.map((columns) => aims.goals.map((_, at) => reachedGain(columns[at]!, aims.reachedIn)));
  const policies = solutions.map(
    ({ objectives }, at): FoundPolicy => ({
      set: setOf(aims, settings[at]!),
      gains: [...objectives].map((value) => 0 - value),
      heldOutGains: reached[own + at]!,
    }),
  );
  const choice = compromise(solutions.map(({ objectives }) => objectives));
  return {
    found: policies,
    chosen:
      choice === undefined ? undefined : chosenPolicy(plan, policies[choice]!, gains[own + choice]!, inputs, aims),
    studied: plan.main.policies.map((policy, at) => ({ policy, gains: reached[at]! })),
  };
}

/** The levers that a policy sets: those that stay as in the model are not named. */
function setOf({ levers }: PolicyAims, setting: Setting): FoundPolicy["set"] {
  return levers.flatMap(({ id, value }, at) => (setting[at] === value ? [] : [{ lever: id, value: setting[at]! }]));
}

function chosenPolicy(
  { study }: StudyPlan,
  policy: FoundPolicy,
  gains: readonly Float64Array[],
  inputs: readonly (readonly number[])[],
  { goals }: PolicyAims,
): ChosenPolicy {
  const table = inputTable(inputs.map((column) => Float64Array.from(column)));
  const missed = (least: (goal: number) => number) => {
    const gained = goals.flatMap((_, at) => (policy.heldOutGains[at]! > 0 ? [at] : []));
    const holds = Uint8Array.from(gains[0]!, (_, future) =>
      Number(gained.every((at) => gains[at]![future]! >= least(at))),
    );
    const missing = holds.length - holds.reduce((sum, one) => sum + one, 0);
    return { share: missing / holds.length, box: breakingBox({ uncertainties: study.uncertainties, table }, holds) };
  };
  const worse = missed(() => 0);
  const short = missed((at) => policy.gains[at]!);
  return { ...policy, worseShare: worse.share, worseBox: worse.box, shortShare: short.share, shortBox: short.box };
}
