import type { Study } from "../read/study.ts";

/** Names of the program's inputs: uncertainties, then levers, then the hindcast's constant where there is one. */
export function inputsOf({
  uncertainties,
  levers,
  hindcast,
}: Pick<Study, "uncertainties" | "levers" | "hindcast">): readonly string[] {
  const set = [...uncertainties, ...levers].map(({ variable }) => variable);
  return hindcast?.variable === undefined ? set : [...set, hindcast.variable];
}
