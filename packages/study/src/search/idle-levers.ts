import type { PolicyAims, Study } from "../read/study.ts";
import { judged, type PolicyTrial, policyOf, type Setting } from "./policy-trial.ts";

/** What a lever moves in no goal by more than this part of its step is no reason to set it. */
const idlePart = 0.05;

/**
 * Puts each lever back to what the model has where that costs a policy next to nothing: a search leaves levers that do little wherever chance
 * put them, and a policy should set only what it needs. One lever after the other, all policies side by side.
 * @param settings  shape [policy][lever]
 */
export async function withoutIdleLevers(
  study: Study,
  aims: PolicyAims,
  trial: PolicyTrial,
  settings: readonly Setting[],
): Promise<readonly Setting[]> {
  const judge = async (tried: readonly Setting[]) => {
    const gains = await trial.gains(tried.map((setting, at) => policyOf(study, aims.levers, String(at), setting)));
    return gains.map((columns) => judged(aims, columns));
  };
  if (settings.length === 0) return settings;
  const before = await judge(settings);
  let kept = settings;
  for (const [lever, { value }] of aims.levers.entries()) {
    const freed = kept.map((setting) => setting.with(lever, value));
    const after = await judge(freed);
    kept = kept.map((setting, at) => {
      const costs = aims.goals.some(
        ({ amount }, goal) => !(after[at]!.objectives[goal]! <= before[at]!.objectives[goal]! + idlePart * amount),
      );
      return costs || after[at]!.violation > 0 ? setting : freed[at]!;
    });
  }
  return kept;
}
