import {
  type InputTable,
  inputTable,
  type SobolIndex,
  type SplitInput,
  saltelliBlocks,
  sobolIndices,
  splitInput,
} from "@sequitur/analysis";
import { randomStream } from "@sequitur/ensemble";
import type { Study } from "../read/study.ts";
import { breakingBox } from "./breaking-box.ts";
import type { ClaimFinding, Hinge } from "./findings.ts";
import { futuresToldBy, informationFinding } from "./information-finding.ts";
import { tippingDraws, tippingOf } from "./tipping-finding.ts";

/** What every claim's evidence is read from: the first of the examined futures, by their uncertain inputs. */
export interface EvidenceBasis {
  readonly uncertainties: Study["uncertainties"];
  readonly table: InputTable;
  /** Of the first futures of the table. */
  readonly split: readonly SplitInput[];
  /** Draw `i` of the stream that bootstrap samples are made from. */
  readonly uniform: (i: number) => number;
}

/** What of a claim's finding needs nothing but its truth in each future, and takes long. */
export type ClaimEvidence = Pick<ClaimFinding, "hinges" | "tipping" | "box" | "information">;

/** How many samples the bootstrap intervals of the hinges rest on. */
const resamples = 500;

/**
 * @param columns    shape [uncertainty][future]
 * @param hingeRows  rows of the Saltelli design that the hinges are read from
 */
export function evidenceBasis(
  uncertainties: Study["uncertainties"],
  columns: readonly Float64Array[],
  hingeRows: number,
  seed: number,
): EvidenceBasis {
  return {
    uncertainties,
    table: inputTable(columns),
    split: columns.map((column) => splitInput(column.subarray(0, futuresToldBy))),
    uniform: bootstrapDraws(seed, Math.max(resamples * hingeRows, tippingDraws)),
  };
}

/** Drawn once, as every claim is resampled alike. */
function bootstrapDraws(seed: number, count: number): (i: number) => number {
  const stream = randomStream(seed, "bootstrap");
  const draws = Float64Array.from({ length: count }, (_, i) => stream.uniform(i, 0, 0));
  return (i) => draws[i]!;
}

/**
 * @param holds   1 where the claim holds, else 0; shape [future], those of the table
 * @param margin  its margin at the Saltelli design, where there is one
 */
export function claimEvidence(
  basis: EvidenceBasis,
  holds: Uint8Array,
  margin: Float64Array | undefined,
): ClaimEvidence {
  const hinges = margin === undefined ? [] : hingesOf(basis, margin);
  return {
    hinges,
    tipping: tippingOf(basis, hinges, holds),
    box: breakingBox(basis, holds),
    information: informationFinding(basis, holds),
  };
}

/** A sentence names no more hinges than this, */
const namedHinges = 3;
/** and none that takes part in less than this share of the margin's variance. */
const leastTotal = 0.05;

function hingesOf({ uncertainties, uniform }: EvidenceBasis, margin: Float64Array): readonly Hinge[] {
  const { first, total } = sobolIndices(saltelliBlocks(margin, uncertainties.length), { uniform, resamples });
  const all = uncertainties.map(({ id }, i) => ({ uncertainty: id, first: first[i]!, total: total[i]! }));
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
