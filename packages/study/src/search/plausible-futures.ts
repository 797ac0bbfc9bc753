import { openFutures, type RunOptions, readerOf, runEnsemble } from "@sequitur/ensemble";
import { pastOf } from "../finding/past.ts";
import type { StudyPlan } from "../plan/plan-study.ts";

/**
 * The first futures of a plan, up to `count`, whose past is plausible: their uncertain inputs. Shape [uncertainty][future].
 */
export async function plausibleFutures(
  plan: StudyPlan,
  count: number,
  options: RunOptions,
): Promise<readonly (readonly number[])[]> {
  const rows = await plausibleRows(plan, options);
  const futures = openFutures(plan.main.job);
  const drawn = rows.slice(0, count).map((row) => {
    const inputs = new Float64Array(plan.study.uncertainties.length);
    futures.draw(row, inputs);
    return inputs;
  });
  return plan.study.uncertainties.map((_, at) => drawn.map((inputs) => inputs[at]!));
}

async function plausibleRows({ past, futures }: StudyPlan, options: RunOptions): Promise<readonly number[]> {
  const all = Array.from({ length: futures }, (_, row) => row);
  if (past === undefined) return all;
  const job = { ...past.job, policies: past.job.policies.slice(0, 1) };
  const { plausible } = await pastOf({ ...past, job }, readerOf(await runEnsemble(job, options)));
  return all.filter((row) => plausible[row] === 1);
}
