import {
  type Box,
  type Claim,
  type ClaimFinding,
  percentText,
  type StructureFinding,
  type Study,
  textIn,
} from "@sequitur/study";
import { numberText } from "../session/number-text.ts";

const sides = { for: "For the proposal", against: "Against the proposal", describes: "Describes" } as const;

export function sideText(claim: Claim): string {
  return sides[claim.side];
}

/** Where the claim was made: the title of its source and the place there. */
export function whereText(study: Study, claim: Claim): string {
  const title = study.sources.find(({ id }) => id === claim.source)?.title ?? claim.source;
  return claim.place === undefined ? textIn(title, "en") : `${textIn(title, "en")}, ${claim.place}`;
}

/** The uncertainties that a sentence may name, in the reader's words. */
export function hingeText(study: Study, { hinges }: ClaimFinding): string {
  const named = hinges.filter((hinge) => hinge.named).map(({ uncertainty }) => labelOf(study, uncertainty));
  return named.length === 0 ? "No single assumption that can be told apart" : named.join(" · ");
}

/** "Conflict feeds recruitment 84 % · Deterrence 61 %", for each choice between rival structures. */
export function structureText(study: Study, { uncertainty, rivals, decides }: StructureFinding): string {
  const known = study.uncertainties.find(({ id }) => id === uncertainty)?.rivals ?? [];
  const label = (id: string) => textIn(known.find((rival) => rival.id === id)?.label ?? id, "en");
  const shares = rivals.map(({ rival, share }) => `${label(rival)} ${percentText(share)} %`).join(" · ");
  return decides ? `${shares} (the structure decides)` : shares;
}

/** "strikes a month below 4, and share made public below 0.2". */
export function boxText(study: Study, box: Box): string {
  return box.limits.map((limit) => limitText(study, limit)).join(", and ");
}

function limitText(study: Study, { uncertainty, low, high }: Box["limits"][number]): string {
  const label = labelOf(study, uncertainty);
  if (low !== null && high !== null) return `${label} between ${numberText(low)} and ${numberText(high)}`;
  return high === null ? `${label} above ${numberText(low ?? Number.NaN)}` : `${label} below ${numberText(high)}`;
}

export function labelOf(study: Study, uncertainty: string): string {
  const found = study.uncertainties.find(({ id }) => id === uncertainty);
  return found === undefined ? uncertainty : textIn(found.label, "en");
}
