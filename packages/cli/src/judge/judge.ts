import { availableParallelism } from "node:os";
import { concludeStudy, type Findings, type StudyPlan } from "@sequitur/study";
import { resultsOf, type StudyStore } from "../file/study-stores.ts";
import { judgingProgress } from "../terminal/judging-progress.ts";
import { analystOn } from "./threaded-analyst.ts";

/** Concludes a plan from its finished futures on some threads, all if left out, and says how far that is. */
export async function judge(
  plan: StudyPlan,
  stores: readonly StudyStore[],
  threads = availableParallelism(),
): Promise<Findings> {
  const progress = judgingProgress();
  try {
    return await concludeStudy(plan, resultsOf(stores), {
      openAnalyst: analystOn(threads),
      onProgress: progress.show,
    });
  } finally {
    progress.done();
  }
}
