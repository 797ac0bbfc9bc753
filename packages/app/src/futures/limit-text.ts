import type { StudyOutline } from "@sequitur/study";
import { midSentence, said, words } from "../language/language.ts";
import { numberText } from "../session/number-text.ts";
import { unitText } from "./futures-axis.ts";

/** Limits on one uncertainty; null where that side is open. */
export interface TextLimit {
  readonly uncertainty: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** "Treatment capacity below 3 person/Year", or which of the rival structures is let in. */
export function limitText({ uncertainties }: StudyOutline, { uncertainty, low, high }: TextLimit): string {
  const found = uncertainties.find(({ id }) => id === uncertainty);
  if (found === undefined) return uncertainty;
  const label = said(found.label);
  const { between, above, below } = words().claim;
  if (found.rivals.length > 0) {
    const letIn = found.rivals.filter(({ value }) => value >= (low ?? value) && value <= (high ?? value));
    return words().futures.isOne(label, letIn.map((rival) => midSentence(said(rival.label))).join(words().number.or));
  }
  const unit = unitText(found.unit);
  const told = (value: number) => (unit === "" ? numberText(value) : `${numberText(value)} ${unit}`);
  if (low !== null && high !== null) return between(label, numberText(low), told(high));
  return high === null ? above(label, told(low ?? Number.NaN)) : below(label, told(high));
}

/** All limits of a box, as one part of a sentence. */
export function limitsText(study: StudyOutline, limits: readonly TextLimit[]): string {
  return limits
    .map((limit, at) => (at === 0 ? limitText(study, limit) : midSentence(limitText(study, limit))))
    .join(words().claim.joined);
}
