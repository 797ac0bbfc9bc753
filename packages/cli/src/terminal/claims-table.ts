import type { Claim, ClaimFinding, Findings, Study, Verdict } from "@sequitur/study";
import { textIn } from "@sequitur/study";
import { wrap } from "./wrap.ts";

/** How each verdict is said; a share of futures is not a probability, so no word of likelihood. */
const verdictWords: Readonly<Record<Verdict, string>> = {
  all: "holds in all futures examined",
  "nearly-all": "holds in nearly all futures examined",
  most: "holds in most futures examined",
  "about-half": "holds in about half of the futures examined",
  few: "holds in few of the futures examined",
  none: "holds in none of the futures examined",
  untestable: "cannot be tested with this model",
  "outside-boundary": "outside the model's boundary",
};

const sideWords = { for: "for the proposal", against: "against the proposal", describes: "describes" } as const;

/** Every claim with who says it, its share of futures as a bar, and what it hinges on; `width` in characters. */
export function claimsTable(study: Study, findings: Findings, width: number): string {
  return findings.claims
    .map((finding) => ({ finding, claim: study.claims.find(({ id }) => id === finding.id)! }))
    .map(({ finding, claim }) => claimRows(study, claim, finding, width).join("\n"))
    .join("\n\n");
}

function claimRows(study: Study, claim: Claim, finding: ClaimFinding, width: number): readonly string[] {
  const said = wrap(textIn(claim.says, "en"), width);
  const who = `${claim.who} · ${claim.place === undefined ? claim.source : `${claim.source}, ${claim.place}`} · ${sideWords[claim.side]}`;
  return [...said, ...indented(wrap(who, width - 2)), ...indented(resultRows(study, claim, finding, width - 2))];
}

function resultRows(study: Study, claim: Claim, finding: ClaimFinding, width: number): readonly string[] {
  const words = verdictWords[finding.verdict];
  if (finding.share === null || finding.interval === null) return wrap(`${words}: ${claim.reason ?? ""}`, width);
  return [
    `${shareBar(finding.share)}  ${shareText(finding.share, finding.interval)}  ${words}`,
    ...wrap(hingeText(study, finding), width),
  ];
}

/** Twenty-five marks, each four futures in a hundred. */
export function shareBar(share: number): string {
  const filled = Math.round(share * 25);
  return "●".repeat(filled) + "○".repeat(25 - filled);
}

export function shareText(share: number, [low, high]: readonly [number, number]): string {
  return `${percent(share)} % (${percent(low)}–${percent(high)})`;
}

/** Rounded to what is known, but never to 0 or 100 where it is neither. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "<1";
  if (rounded === 100 && share < 1) return ">99";
  return String(rounded);
}

function hingeText(study: Study, { hinges }: ClaimFinding): string {
  const known = hinges.filter(({ converged }) => converged).slice(0, 3);
  if (known.length === 0) return "hinges on no single assumption that can be told apart";
  const names = known.map(({ uncertainty }) => labelOf(study, uncertainty));
  return `hinges on ${names.join(" · ")}`;
}

function labelOf(study: Study, id: string): string {
  const uncertainty = study.uncertainties.find((each) => each.id === id);
  return uncertainty === undefined ? id : textIn(uncertainty.label, "en");
}

function indented(rows: readonly string[]): readonly string[] {
  return rows.map((row) => `  ${row}`);
}
