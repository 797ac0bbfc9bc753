import type { Claim, ClaimFinding, StudyOutline } from "@sequitur/study";
import { said, words } from "../language/language.ts";
import { boxText, hingeText, sideText, verdictLine, whereText } from "./claim-text.ts";

/** What a card says, as plain parts: for a text to paste, a picture, an embed. */
export interface CardText {
  readonly heading: string;
  readonly says: string;
  readonly verdict: string;
  /** Share of futures in which it holds; undefined where it was not tested. */
  readonly share: number | undefined;
  readonly rows: readonly (readonly [label: string, text: string])[];
  readonly study: string;
}

export function cardText(study: StudyOutline, claim: Claim, finding: ClaimFinding): CardText {
  const { share } = finding;
  return {
    heading: `${sideText(claim)} · ${said(claim.who)} · ${whereText(study, claim)}`,
    says: said(claim.says),
    verdict: verdictLine(finding),
    share: share ?? undefined,
    rows: share === null ? reasonOf(claim) : rowsOf(study, claim, finding),
    study: said(study.title),
  };
}

function reasonOf({ testing }: Claim): CardText["rows"] {
  return testing.kind === "test" ? [] : [["", said(testing.reason)]];
}

function rowsOf(study: StudyOutline, claim: Claim, finding: ClaimFinding): CardText["rows"] {
  const { hinges, breaks, answer: answered } = words().claim;
  const answer = study.claims.find(({ id }) => id === claim.answer);
  return [
    [hinges, hingeText(study, finding)],
    ...(finding.box === null ? [] : [[breaks, boxText(study, finding.box)] as const]),
    ...(answer === undefined ? [] : [[answered, said(answer.says)] as const]),
  ];
}

/** The card as a text to paste, with the address that shows its workings. */
export function plainText({ heading, says, verdict, rows, study }: CardText, address: string): string {
  const lines = rows.map(([label, text]) => (label === "" ? text : `${label}: ${text}`));
  return [heading, says, "", verdict, ...lines, "", `${study} · ${words().question.shares}`, address].join("\n");
}

/** The card as HTML that shows it in another page. */
export function embedHtml({ says }: CardText, address: string): string {
  const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${quoted(address)}" title="${quoted(says)}" width="480" height="420" style="border: 0; max-width: 100%" loading="lazy"></iframe>`;
}
