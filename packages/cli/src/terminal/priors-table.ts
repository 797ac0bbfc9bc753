import { type Findings, type PriorFinding, type Study, textIn } from "@sequitur/study";
import { refusalText } from "./prior-table.ts";
import { grouped } from "./progress-line.ts";
import { wrap } from "./wrap.ts";

/** What the futures are worth under each of the study's priors, or why they cannot tell; nothing where it names none. */
export function priorsTable(study: Study, { priors, examined }: Findings, width: number): readonly string[] {
  return priors.flatMap((prior) => {
    const label = textIn(study.priors.find(({ id }) => id === prior.id)?.label ?? prior.id, "en");
    return wrap(`Prior "${label}": ${worthText(prior, examined)}`, width);
  });
}

function worthText({ refused, effective, covered }: PriorFinding, examined: number): string {
  switch (refused) {
    case null:
      return `${grouped(examined)} futures, weighed by it, tell as much as ${grouped(Math.round(effective))} drawn from it.`;
    case "few":
    case "outside":
      return refusalText({ reason: refused, effective, covered });
    case "given":
      return "Futures that were given can be weighed by none.";
  }
}
