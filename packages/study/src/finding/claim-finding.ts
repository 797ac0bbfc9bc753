import { shareOf } from "@sequitur/analysis";
import { operandsOf, propositionOf } from "../claim/proposition.ts";
import { verdictOf } from "../claim/verdict.ts";
import type { Claim } from "../read/study.ts";
import type { Analyst } from "./analyst.ts";
import { conflictFindings } from "./conflict-finding.ts";
import { courseFinding } from "./course-finding.ts";
import type { Examination } from "./examination.ts";
import type { Feedback } from "./feedback-finding.ts";
import type { ClaimFinding } from "./findings.ts";
import { type Priors, sharesUnder } from "./prior-finding.ts";
import { quantilesOver } from "./quantiles-over.ts";
import { structureFindings } from "./structure-finding.ts";

interface JudgedWith {
  readonly feedback: Feedback;
  readonly priors: Priors;
  readonly analyst: Analyst;
}

/** The verdict on one claim, what it hinges on, and where it breaks. */
export async function claimFinding(
  examination: Examination,
  claim: Claim,
  { feedback: { driverOf, driverWithin }, priors, analyst }: JudgedWith,
): Promise<ClaimFinding> {
  const { id, testing } = claim;
  if (testing.kind !== "test" || examination.futures === 0)
    return untested(id, testing.kind === "test" ? "untestable" : testing.kind);
  const operands = operandsOf(testing.test);
  const examined = await examination.examined(operands);
  const proposition = propositionOf(testing.test, examined);
  const { holds, margin } = proposition.evaluate(examined);
  const holding = holds.reduce((sum, one) => sum + one, 0);
  const { share, low, high } = shareOf(holding, examination.futures);
  const quantiles = quantilesOver(margin);
  const atHinges = await examination.hinges?.(operands);
  const hingeMargin = atHinges && proposition.evaluate(atHinges).margin;
  return {
    id,
    verdict: verdictOf(holding, examination.futures),
    share,
    interval: [low, high],
    structures: structureFindings(examination, holds, (rival) => driverWithin(claim, rival)),
    priors: sharesUnder(priors, holds),
    conflicts: conflictFindings(examination, holds),
    course: await courseFinding(examination, testing.test),
    ...(await analyst.evidence(holds.slice(0, examination.told), hingeMargin)),
    driver: driverOf(claim),
    margin: { unit: proposition.unit, quantiles },
  };
}

function untested(id: string, verdict: "untestable" | "outside-boundary"): ClaimFinding {
  const nothing = {
    share: null,
    interval: null,
    course: null,
    tipping: null,
    box: null,
    information: null,
    driver: null,
    margin: null,
  };
  return { id, verdict, ...nothing, structures: [], priors: [], conflicts: [], hinges: [] };
}
