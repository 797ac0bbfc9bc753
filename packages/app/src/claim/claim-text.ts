import {
  type Box,
  type Claim,
  type ClaimFinding,
  type ConflictFinding,
  type DriverFinding,
  type FeedbackFinding,
  type Findings,
  type InformationFinding,
  type PriorFinding,
  percentText,
  type StructureFinding,
  type StudyOutline,
  shareText,
  turnsOnSource,
  verdictText,
} from "@sequitur/study";
import { language, midSentence, said, words } from "../language/language.ts";
import { numberText } from "../session/number-text.ts";

export function sideText(claim: Claim): string {
  return words().question[claim.side];
}

/** Where the claim was made: the title of its source and the place there. */
export function whereText(study: StudyOutline, claim: Claim): string {
  const title = study.sources.find(({ id }) => id === claim.source)?.title ?? claim.source;
  return claim.place === undefined ? said(title) : `${said(title)}, ${claim.place}`;
}

/** The verdict in words and, where there is one, as a share. */
export function verdictLine({ verdict, share, interval }: ClaimFinding): string {
  const text = verdictText(verdict, language());
  return share === null || interval === null ? text : `${text}: ${shareText(share, interval)}`;
}

/** The uncertainties that a sentence may name, in the reader's words. */
export function hingeText(study: StudyOutline, { hinges }: ClaimFinding): string {
  const named = hinges.filter((hinge) => hinge.named).map(({ uncertainty }) => labelOf(study, uncertainty));
  return named.length === 0 ? words().claim.noHinge : named.join(" · ");
}

/** "Conflict feeds recruitment 84 % · Deterrence 61 %", for each choice between rival structures. */
export function structureText(study: StudyOutline, { uncertainty, rivals, decides }: StructureFinding): string {
  const shares = rivals
    .map(({ rival, share }) => `${rivalLabel(study, uncertainty, rival)} ${percentText(share)} %`)
    .join(" · ");
  return decides ? words().claim.decides(shares) : shares;
}

/** Shares that differ less than this from source to source are not told. */
const toldApart = 0.05;

/** The conflicts of sources that move a claim's share. */
export function toldConflicts({ conflicts }: ClaimFinding): readonly ConflictFinding[] {
  return conflicts.filter(({ sides }) => {
    const shares = sides.map(({ share }) => share);
    return Math.max(...shares) - Math.min(...shares) >= toldApart;
  });
}

/** "Groups end sooner 84 % · Members regroup 61 %", for each uncertainty on which sources conflict. */
export function conflictText(study: StudyOutline, conflict: ConflictFinding): string {
  const known = study.uncertainties.find(({ id }) => id === conflict.uncertainty)?.conflict ?? [];
  const shares = conflict.sides.map(({ side, share }) => `${said(known[side]?.says ?? "")} ${percentText(share)} %`);
  const all = shares.join(" · ");
  return turnsOnSource(conflict) ? words().claim.conflictTurns(all) : all;
}

function rivalLabel({ uncertainties }: StudyOutline, uncertainty: string, id: string): string {
  const known = uncertainties.find((one) => one.id === uncertainty)?.rivals ?? [];
  return said(known.find((rival) => rival.id === id)?.label ?? id);
}

/** "Advocate: 82 % (79 % – 85 %), from futures worth 2100", or why there is no share. */
export function priorText(study: StudyOutline, prior: PriorFinding, { priors }: ClaimFinding): string {
  const label = said(study.priors.find(({ id }) => id === prior.id)?.label ?? prior.id);
  const own = priors.find((one) => one.prior === prior.id);
  if (own === undefined) return `${label}: ${words().claim.priorRefused[prior.refused ?? "few"]}`;
  return words().claim.priorSays(label, shareText(own.share, own.interval), Math.round(prior.effective));
}

/** "strikes a month below 4, and share made public below 0.2". */
export function boxText(study: StudyOutline, box: Box): string {
  return box.limits.map((limit) => limitText(study, limit)).join(words().claim.joined);
}

function limitText(study: StudyOutline, { uncertainty, low, high }: Box["limits"][number]): string {
  const label = labelOf(study, uncertainty);
  const { between, above, below } = words().claim;
  if (low !== null && high !== null) return between(label, numberText(low), numberText(high));
  return high === null ? above(label, numberText(low ?? Number.NaN)) : below(label, numberText(high));
}

export function labelOf(study: StudyOutline, uncertainty: string): string {
  const found = study.uncertainties.find(({ id }) => id === uncertainty);
  return found === undefined ? uncertainty : said(found.label);
}

/** At most so many pieces of evidence, and of variables of a loop, in a sentence. */
const namedEvidence = 2;
const namedVariables = 8;

/** Which evidence would settle a claim, and how far. */
export function settlesText(study: StudyOutline, { ranked, perfect }: InformationFinding): string {
  const best = ranked.filter(({ told, value }) => told && value >= 0.005).slice(0, namedEvidence);
  const [first] = best;
  if (first === undefined) return words().claim.settlesNone;
  const names = best.map(({ uncertainty }) => midSentence(labelOf(study, uncertainty))).join(words().number.and);
  return words().claim.settlesSays(names, percentText(first.value), percentText(perfect));
}

/** What drives a claim's measure: as a whole, or within each rival model. Each with the futures followed, and the loop that leads. */
export function driversOf(
  study: StudyOutline,
  { feedback, rivalFeedback }: Findings,
  { driver, structures }: ClaimFinding,
) {
  const whole =
    feedback === null || driver === null
      ? []
      : [{ within: undefined, futures: feedback.futures, loop: drivingLoop(feedback, driver) }];
  const within = structures.flatMap(({ uncertainty, rivals }) =>
    rivals.flatMap(({ rival, driver }) => {
      const followed = rivalFeedback.find((one) => one.rival === rival);
      if (followed === undefined || driver === null) return [];
      const label = rivalLabel(study, uncertainty, rival);
      return [{ within: label, futures: followed.futures, loop: drivingLoop(followed, driver) }];
    }),
  );
  return [...whole, ...within];
}

/** The loop that leads in the most futures, told by its variables; undefined where none leads in more than a few. */
function drivingLoop({ loops }: FeedbackFinding, driver: DriverFinding) {
  const [lead] = driver.loops;
  if (lead === undefined) return undefined;
  const { variables, reinforcing } = loops[lead.loop]!;
  const [first = ""] = variables;
  const shown = variables.slice(0, namedVariables);
  const path = [...shown, ...(variables.length > shown.length ? ["…"] : []), first].join(" → ");
  return { reinforcing: reinforcing >= 0.5, leads: lead.leads, path };
}
