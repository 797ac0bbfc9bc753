import type { Figure, Study } from "../read/study.ts";
import type { Amount, Operand, Test } from "./test.ts";

/**
 * The same test asked some time after the decision: values at a time are taken then, periods that begin with the decision end then.
 * Undefined where the question would be another one: a period that begins later, or an amount that a total is to reach, which grows
 * with the period. What lies before the decision stays.
 */
export function movedTest(test: Test, { decision }: Pick<Study["time"], "decision">, after: number): Test | undefined {
  const to = decision + after;
  const moved = (operand: Operand): Operand | undefined => {
    const figure = movedFigure(operand.figure, decision, to);
    return figure && { ...operand, figure };
  };
  switch (test.kind) {
    case "all":
    case "any": {
      const parts = test.parts.map((part) => movedTest(part, { decision }, after));
      return parts.every((part) => part !== undefined) ? { ...test, parts } : undefined;
    }
    case "not": {
      const part = movedTest(test.part, { decision }, after);
      return part && { ...test, part };
    }
    case "above":
    case "below": {
      const left = grows(test.left) && test.limit !== 0 ? undefined : moved(test.left);
      return left && { ...test, left };
    }
    case "lower":
    case "higher":
    case "within": {
      if (grows(test.left) && isOwnAmount(test.by)) return undefined;
      const [left, right] = [moved(test.left), moved(test.right)];
      return left && right && { ...test, left, right };
    }
  }
}

function grows({ figure }: Operand): boolean {
  return figure.reduce === "total";
}

function isOwnAmount(by: Amount): boolean {
  return by.kind === "amount" && by.value !== 0;
}

function movedFigure({ reduce, from, to }: Figure, decision: number, end: number): Figure | undefined {
  if (to <= decision) return { reduce, from, to };
  if (reduce === "at") return { reduce, from: end, to: end };
  return from === decision ? { reduce, from, to: end } : undefined;
}
