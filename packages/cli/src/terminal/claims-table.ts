import {
  type Claim,
  type ClaimFinding,
  type ConflictFinding,
  type CourseFinding,
  type DriverFinding,
  type FeedbackFinding,
  type Findings,
  isTold,
  percentText,
  type StructureFinding,
  type Study,
  shareText,
  textIn,
  turnsOnSource,
  verdictText,
} from "@sequitur/study";
import { loopText } from "./loop-text.ts";
import { wrap } from "./wrap.ts";

const sideWords = { for: "for the proposal", against: "against the proposal", describes: "describes" } as const;

/** Every claim with who says it, its share of futures as a bar, and what it hinges on; `width` in characters. */
export function claimsTable(study: Study, findings: Findings, width: number): string {
  return findings.claims
    .map((finding) => ({ finding, claim: study.claims.find(({ id }) => id === finding.id)! }))
    .map(({ finding, claim }) =>
      [
        ...claimRows(study, claim, finding, width),
        ...indented(driverTexts(study, findings, finding).flatMap((text) => wrap(text, width - 2))),
      ].join("\n"),
    )
    .join("\n\n");
}

function claimRows(study: Study, claim: Claim, finding: ClaimFinding, width: number): readonly string[] {
  const said = wrap(textIn(claim.says, "en"), width);
  const who = `${textIn(claim.who, "en")} · ${claim.place === undefined ? claim.source : `${claim.source}, ${claim.place}`} · ${sideWords[claim.side]}`;
  return [...said, ...indented(wrap(who, width - 2)), ...indented(resultRows(study, claim, finding, width - 2))];
}

function resultRows(study: Study, claim: Claim, finding: ClaimFinding, width: number): readonly string[] {
  const words = verdictText(finding.verdict, "en");
  if (finding.share === null || finding.interval === null)
    return wrap(
      `${words}: ${claim.testing.kind === "test" ? "no future is left to examine." : textIn(claim.testing.reason, "en")}`,
      width,
    );
  return [
    `${shareBar(finding.share)}  ${shareText(finding.share, finding.interval)}  ${words}`,
    ...finding.structures.filter(isTold).flatMap((structure) => wrap(structureText(study, structure), width)),
    ...courseText(study, finding).flatMap((text) => wrap(text, width)),
    ...finding.conflicts.filter(turnsOnSource).flatMap((conflict) => wrap(conflictText(study, conflict), width)),
    ...priorTexts(study, finding).flatMap((text) => wrap(text, width)),
    ...wrap(hingeText(study, finding), width),
    ...wrap(informationText(study, finding), width),
  ];
}

/** "under other priors: Advocate 82 % · Opponent 31 %". */
function priorTexts(study: Study, { priors }: ClaimFinding): readonly string[] {
  if (priors.length === 0) return [];
  const label = (id: string) => textIn(study.priors.find((prior) => prior.id === id)?.label ?? id, "en");
  return [
    `under other priors: ${priors.map(({ prior, share }) => `${label(prior)} ${percentText(share)} %`).join(" · ")}`,
  ];
}

/** Twenty-five marks, each four futures in a hundred. */
export function shareBar(share: number): string {
  const filled = Math.round(share * 25);
  return "●".repeat(filled) + "○".repeat(25 - filled);
}

function hingeText(study: Study, { hinges }: ClaimFinding): string {
  const known = hinges.filter(({ named }) => named);
  if (known.length === 0) return "hinges on no single assumption that can be told apart";
  const names = known.map(({ uncertainty }) => labelOf(study, uncertainty));
  return `hinges on ${names.join(" · ")}`;
}

/** Evidence on a line is worth naming only so far: more would hide what matters. */
const namedEvidence = 3;

/** "settled best by evidence on a (9 of 34 points) · b (4)": how many more futures in a hundred one would be right in. */
function informationText(study: Study, { information }: ClaimFinding): string {
  if (information === null) return "nothing to settle: it comes out the same in every future examined";
  const told = information.ranked.filter(({ told, value }) => told && value >= 0.005).slice(0, namedEvidence);
  if (told.length === 0) return "no single piece of evidence would settle it";
  const [first, ...others] = told.map(
    ({ uncertainty, value }) => [labelOf(study, uncertainty), percentText(value)] as const,
  );
  const all = [`${first![0]} (${first![1]} of ${percentText(information.perfect)} points)`];
  return `settled best by evidence on ${[...all, ...others.map(([label, points]) => `${label} (${points})`)].join(" · ")}`;
}

/** Variables that a line names of a loop. */
const namedVariables = 4;

/** What drives the claim's measure, within each rival model where there are some; nothing where no loop was followed. */
function driverTexts(
  study: Study,
  { feedback, rivalFeedback }: Findings,
  { driver, structures }: ClaimFinding,
): readonly string[] {
  const whole = feedback === null || driver === null ? [] : [driverText(feedback, driver)];
  const within = structures.flatMap(({ uncertainty, rivals }) =>
    rivals.flatMap(({ rival, driver }) => {
      const followed = rivalFeedback.find((one) => one.rival === rival);
      if (followed === undefined || driver === null) return [];
      return [`${rivalLabel(study, uncertainty, rival)}: ${driverText(followed, driver)}`];
    }),
  );
  return [...whole, ...within];
}

/** "driven by the reinforcing loop a → b → a, in 89 % of 64 futures". */
function driverText(feedback: FeedbackFinding, driver: DriverFinding): string {
  const [lead] = driver.loops;
  if (lead === undefined) return "driven by no loop that leads in one future of twenty";
  const { variables, reinforcing } = feedback.loops[lead.loop]!;
  const kind = reinforcing >= 0.5 ? "reinforcing" : "balancing";
  return `driven by the ${kind} loop ${loopText(variables, namedVariables)}, in ${percentText(lead.leads)} % of ${feedback.futures} futures`;
}

function structureText(study: Study, { uncertainty, rivals, decides }: StructureFinding): string {
  const shares = rivals.map(({ rival, share }) => `${rivalLabel(study, uncertainty, rival)} ${percentText(share)} %`);
  return `by structure: ${shares.join(" · ")}${decides ? " (it decides)" : ""}`;
}

/** A share that moves less than this from horizon to horizon is not told. */
const toldMove = 0.05;

/** "after 0.5 · 2 · 10 Year: 61 % · 23 % · 12 % (it turns)", and when the effect that it is about appears and reverses. */
function courseText(study: Study, { course }: ClaimFinding): readonly string[] {
  if (course === null) return [];
  const shares = course.shares.map(({ share }) => share);
  if (Math.max(...shares) - Math.min(...shares) < toldMove) return [];
  const times = course.shares.map(({ after }) => after).join(" · ");
  const texts = shares.map((share) => `${percentText(share)} %`).join(" · ");
  const effect = course.effect === null ? "" : effectText(study, course.effect);
  return [`after ${times} ${study.time.unit}: ${texts}${course.turns ? " (it turns)" : ""}${effect}`];
}

function effectText(study: Study, { measure, appears, reverses }: NonNullable<CourseFinding["effect"]>): string {
  const label = textIn(study.measures.find(({ id }) => id === measure)!.label, "en");
  if (appears === null) return `; ${label}: no effect in most futures`;
  return `; ${label}: effect from ${appears} on${reverses === null ? "" : `, reversed by ${reverses}`}`;
}

/** "turns on which source is right, Share lost: price2012 84 % · crisisgroup2022 31 %". */
export function conflictText(study: Study, { uncertainty, sides }: ConflictFinding): string {
  const known = study.uncertainties.find(({ id }) => id === uncertainty)?.conflict ?? [];
  const shares = sides.map(({ side, share }) => `${known[side]?.sources.join(", ")} ${percentText(share)} %`);
  return `turns on which source is right, ${labelOf(study, uncertainty)}: ${shares.join(" · ")}`;
}

function rivalLabel({ uncertainties }: Study, uncertainty: string, id: string): string {
  const known = uncertainties.find((one) => one.id === uncertainty)?.rivals ?? [];
  return textIn(known.find((rival) => rival.id === id)?.label ?? id, "en");
}

function labelOf(study: Study, id: string): string {
  const uncertainty = study.uncertainties.find((each) => each.id === id);
  return uncertainty === undefined ? id : textIn(uncertainty.label, "en");
}

function indented(rows: readonly string[]): readonly string[] {
  return rows.map((row) => `  ${row}`);
}
