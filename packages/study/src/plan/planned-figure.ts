import { movedTest } from "../claim/moved-test.ts";
import { operandsOf } from "../claim/proposition.ts";
import type { Operand } from "../claim/test.ts";
import type { Claim, Figure, Study } from "../read/study.ts";

/** A figure of a measure's variable. */
export interface PlannedFigure {
  readonly measure: string;
  readonly figure: Figure;
}

/** The parts of a study that say what must be known of a run. */
type Asking = Pick<Study, "claims" | "checks" | "measures" | "time">;

/** Every operand of every claim's test. */
export function testOperands({ claims }: Pick<Study, "claims">): readonly Operand[] {
  return claims.flatMap(({ testing }: Claim) => (testing.kind === "test" ? operandsOf(testing.test) : []));
}

/** Every operand of every claim's test, asked at each horizon. */
function laterOperands({ claims, time }: Asking): readonly Operand[] {
  return claims.flatMap(({ testing }: Claim) => {
    if (testing.kind !== "test") return [];
    const later = time.horizons.flatMap((after) => movedTest(testing.test, time, after) ?? []);
    return later.flatMap(operandsOf);
  });
}

/** Every operand of every check. */
export function checkOperands({ checks }: Pick<Study, "checks">): readonly Operand[] {
  return checks.flatMap(({ tests }) => tests.flatMap(({ test }) => operandsOf(test)));
}

/** Each figure once, those of the measures themselves first. */
export function figuresOf(study: Asking): readonly PlannedFigure[] {
  const own = study.measures.map(({ id, figure }) => ({ measure: id, figure }));
  const asked = [...testOperands(study), ...checkOperands(study), ...laterOperands(study)];
  const tested = asked.map(({ measure, figure }) => ({ measure, figure }));
  const all = [...own, ...tested, ...study.time.horizons.flatMap((horizon) => horizonFigures(study, horizon))];
  return all.filter((each, i) => figureIndex(all, each) === i);
}

/** Each measure from the decision to some time after it, or at that time, as its own figure has it. */
export function horizonFigures({ measures, time }: Asking, horizon: number): readonly PlannedFigure[] {
  const to = time.decision + horizon;
  return measures.map(({ id, figure: { reduce } }) => ({
    measure: id,
    figure: { reduce, from: reduce === "at" ? to : time.decision, to },
  }));
}

/** Position of a figure among those planned. */
export function figureIndex(figures: readonly PlannedFigure[], { measure, figure }: PlannedFigure): number {
  return figures.findIndex((each) => each.measure === measure && sameFigure(each.figure, figure));
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.reduce === b.reduce && a.from === b.from && a.to === b.to;
}
