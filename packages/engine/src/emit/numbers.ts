import { reductions } from "../interpret/evaluate.ts";
import type { Pieces } from "../lookup/pieces.ts";
import type { ConstantArea } from "../plan/constant-area.ts";
import { argsOf, type Node } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";
import { rootsOf } from "../plan/statement.ts";
import { tableForm } from "./table-code.ts";

/**
 * Puts the numbers and the long tables of a plan into its constant memory. From there a number is one load into both lanes; as
 * an immediate it would take V8 three to five instructions (measured; its vector constants go through integer registers).
 * @returns where each number is in constant memory; -0 is not among them
 */
export function placeNumbers({ places, shared, frame }: Plan): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const seen = new Set<Node>();
  const waiting = [shared, frame].flatMap(({ start, compute, save, commit, between }) =>
    [start, compute, save, commit, between].flatMap((statements) => [...rootsOf(statements)]),
  );
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const value of numbersOf(node, places.constants))
      if (!numbers.has(value) && !Object.is(value, -0)) numbers.set(value, places.constants.doubles([value]));
    waiting.push(...argsOf(node));
  }
  return numbers;
}

function numbersOf(node: Node, constants: ConstantArea): readonly number[] {
  if (node.kind === "number") return [node.value];
  if (node.kind === "reduce") return [reductions[node.by].start];
  if (node.kind !== "table") return [];
  constants.record(node.pieces);
  return chosenNumbers(node.pieces);
}

/** A table that is searched has its numbers in its record alone. */
function chosenNumbers(pieces: Pieces): readonly number[] {
  const { breaks, x0, y0, slope, low, high } = pieces;
  switch (tableForm(pieces)) {
    case "chosen":
      return [low, high, ...breaks, ...x0, ...y0, ...slope];
    case "counted":
      return [low, high, ...breaks];
    case "searched":
      return [];
  }
}
