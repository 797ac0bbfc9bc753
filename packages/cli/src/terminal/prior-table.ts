import { leastEffective, percentText, type ReweightedStudy, type Study, shareText, textIn } from "@sequitur/study";
import { grouped } from "./progress-line.ts";
import { wrap } from "./wrap.ts";

/** Each claim under another prior beside the study's own, or why the futures that there are cannot tell. */
export function priorTable(study: Study, found: ReweightedStudy, width: number): string {
  if (found.kind === "refused") return wrap(refusalText(found), width).join("\n");
  const { claims, futures, effective } = found;
  const weight = `${grouped(futures)} futures, weighed by the prior, tell as much as ${grouped(Math.round(effective))} drawn from it.`;
  const rows = claims.flatMap(({ id, own, share, interval }) => [
    "",
    ...wrap(textIn(study.claims.find((claim) => claim.id === id)!.says, "en"), width),
    `  ${shareText(share, interval)}, where the study has ${percentText(own)} %`,
  ]);
  return ["", ...wrap(weight, width), ...rows, ""].join("\n");
}

/** Why futures cannot tell. */
export function refusalText({
  reason,
  effective,
  covered,
}: Pick<Extract<ReweightedStudy, { kind: "refused" }>, "reason" | "effective" | "covered">): string {
  switch (reason) {
    case "few":
      return `Too few futures carry the weight of this prior: they tell as much as ${grouped(Math.round(effective))}, and ${leastEffective} are wanted. Run more (--futures), or run a copy of the study with its spreads.`;
    case "outside":
      return `Only ${percentText(covered)} % of this prior lies where the study draws futures. Run a copy of the study with its spreads.`;
  }
}
