import { type SobolIndex, saltelliBlocks, shareOf, sobolIndices } from "@sequitur/analysis";
import { type Columns, operandsOf, type Proposition, propositionOf } from "../claim/proposition.ts";
import { verdictOf } from "../claim/verdict.ts";
import type { Claim } from "../read/study.ts";
import { breakingBox } from "./breaking-box.ts";
import { conflictFindings } from "./conflict-finding.ts";
import { courseFinding } from "./course-finding.ts";
import { type Examination, resamples } from "./examination.ts";
import type { Feedback } from "./feedback-finding.ts";
import type { ClaimFinding, Hinge } from "./findings.ts";
import { informationFinding } from "./information-finding.ts";
import { quantilesOver } from "./quantiles-over.ts";
import { structureFindings } from "./structure-finding.ts";
import { tippingOf } from "./tipping-finding.ts";

/** The verdict on one claim, what it hinges on, and where it breaks. */
export async function claimFinding(
  examination: Examination,
  claim: Claim,
  { driverOf }: Feedback,
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
  const hinges = hingesOf(examination, proposition, await examination.hinges?.(operands));
  return {
    id,
    verdict: verdictOf(holding, examination.futures),
    share,
    interval: [low, high],
    structures: structureFindings(examination, holds),
    conflicts: conflictFindings(examination, holds),
    course: await courseFinding(examination, testing.test),
    hinges,
    tipping: tippingOf(examination, hinges, holds),
    box: breakingBox(examination, holds),
    information: informationFinding(examination, holds),
    driver: driverOf(claim),
    margin: { unit: proposition.unit, quantiles: quantilesOver(margin) },
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
  return { id, verdict, ...nothing, structures: [], conflicts: [], hinges: [] };
}

/** A sentence names no more hinges than this, */
const namedHinges = 3;
/** and none that takes part in less than this share of the margin's variance. */
const leastTotal = 0.05;

function hingesOf({ study, uniform }: Examination, proposition: Proposition, columns?: Columns): readonly Hinge[] {
  if (columns === undefined) return [];
  const blocks = saltelliBlocks(proposition.evaluate(columns).margin, study.uncertainties.length);
  const { first, total } = sobolIndices(blocks, { uniform, resamples });
  const all = study.uncertainties.map(({ id }, i) => ({ uncertainty: id, first: first[i]!, total: total[i]! }));
  // A margin that never varies hinges on nothing.
  const known = all.filter((hinge) => !Number.isNaN(hinge.total.value));
  return known.toSorted(byWeight).map(({ uncertainty, first, total }, rank) => ({
    uncertainty,
    first: shown(first),
    total: shown(total),
    named: rank < namedHinges && total.converged && total.value >= leastTotal,
  }));
}

interface Weighed {
  readonly total: SobolIndex;
}

function byWeight(a: Weighed, b: Weighed): number {
  return Number(b.total.converged) - Number(a.total.converged) || b.total.value - a.total.value;
}

function shown({ value, low, high, converged }: SobolIndex): Hinge["total"] {
  return { value: converged ? value : null, low, high };
}
