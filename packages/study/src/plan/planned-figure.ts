import { operandsOf } from "../claim/proposition.ts";
import type { Operand } from "../claim/test.ts";
import type { Claim, Figure, Study } from "../read/study.ts";

/** A figure of a measure's variable. */
export interface PlannedFigure {
  readonly measure: string;
  readonly figure: Figure;
}

/** The parts of a study that say what must be known of a run. */
type Asking = Pick<Study, "claims" | "measures">;

/** Every operand of every test. */
export function testOperands({ claims }: Asking): readonly Operand[] {
  return claims.flatMap(({ testing }: Claim) => (testing.kind === "test" ? operandsOf(testing.test) : []));
}

/** Each figure once, those of the measures themselves first. */
export function figuresOf(study: Asking): readonly PlannedFigure[] {
  const own = study.measures.map(({ id, figure }) => ({ measure: id, figure }));
  const all = [...own, ...testOperands(study).map(({ measure, figure }) => ({ measure, figure }))];
  return all.filter((each, i) => figureIndex(all, each) === i);
}

/** Position of a figure among those planned. */
export function figureIndex(figures: readonly PlannedFigure[], { measure, figure }: PlannedFigure): number {
  return figures.findIndex((each) => each.measure === measure && sameFigure(each.figure, figure));
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.reduce === b.reduce && a.from === b.from && a.to === b.to;
}
