import type { RunOptions as EnsembleOptions, ExperimentReader } from "@sequitur/ensemble";
import { type Evaluation, operandsOf, propositionOf } from "../claim/proposition.ts";
import type { Operand, Test } from "../claim/test.ts";
import { type PlanOptions, planStudy } from "../plan/plan-study.ts";
import type { Policy, Study } from "../read/study.ts";
import { examine } from "./examination.ts";
import { runInTurn } from "./run-study.ts";

/** Futures with a plausible past under some policies, whole: what a reader looks into, one future beside the other. */
export interface ExaminedFutures {
  /** How many were run, and which of them gave numbers and have a plausible past: those examined, rising. */
  readonly futures: number;
  readonly rows: Uint32Array;
  /** Their uncertain inputs; shape [uncertainty][row]. */
  readonly inputs: readonly Float64Array[];
  /** A figure in each of them: of a measure itself, or of a claim about these policies. */
  figure(operand: Operand): Promise<Float64Array>;
  /** What a claim's test says of each of them. */
  judge(test: Test): Promise<Evaluation>;
}

/**
 * Runs the first futures of a study under some policies, its own or a reader's, and leaves out those that its findings leave out. Under
 * the study's own policies, and with as many futures, every number is the one that the findings rest on; a future is left out where it
 * gave no number under one of these, in the findings where it gave none under any.
 */
export async function examineUnder(
  study: Study,
  policies: readonly Policy[],
  options: PlanOptions & EnsembleOptions = {},
): Promise<ExaminedFutures> {
  const plan = planStudy(narrowed(study, policies), options);
  const [past, main] = await runInTurn([plan.past?.job, plan.main.job], options);
  const { rows, input, examined } = await examine(plan, resultsOf(main, past));
  const inputs: Float64Array[] = [];
  for (const at of study.uncertainties.keys()) inputs.push(await input(at));
  return {
    futures: plan.futures,
    rows,
    inputs,
    figure: async (operand) => (await examined([operand]))(operand),
    judge: async (test) => {
      const columns = await examined(operandsOf(test));
      return propositionOf(test, columns).evaluate(columns);
    },
  };
}

function resultsOf(main: ExperimentReader | undefined, past: ExperimentReader | undefined) {
  if (main === undefined) throw new Error("The main job of a study is always run.");
  return { main, past, hinges: undefined, reality: [] };
}

/** The study as if these, and the baseline that the past is held against, were all its policies: what is asked of others is not run. */
function narrowed(study: Study, asked: readonly Policy[]): Study {
  const baseline = study.policies.filter(
    ({ id }) => id === study.baseline && !asked.some((policy) => policy.id === id),
  );
  const policies = [...baseline, ...asked];
  const isAsked = ({ policy }: Operand) => policies.some(({ id }) => id === policy);
  return {
    ...study,
    policies,
    claims: study.claims.filter(({ testing }) => testing.kind === "test" && operandsOf(testing.test).every(isAsked)),
    checks: [],
    realityChecks: [],
    realityTests: [],
    time: { ...study.time, horizons: [] },
    hindcast: undefined,
  };
}
