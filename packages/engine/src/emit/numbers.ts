import { reductions } from "../interpret/evaluate.ts";
import type { Pieces } from "../lookup/pieces.ts";
import type { ConstantArea } from "../plan/constant-area.ts";
import { argsOf, type Node } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";
import { rootsOf } from "../plan/statement.ts";
import { tableForm } from "./table-code.ts";

// Few numbers are globals that never change, which V8 loads before a loop or where they are used. It keeps loads from memory in
// their order, and so makes many of them long before: it moves those out of its registers again, and a mid-size model takes a
// tenth longer. But a program of thousands would load them all at the start of every call.
const mostGlobals = 256;

/**
 * Puts the tables of a plan, and its numbers if they are many, into its constant memory; each number twice, side by side, a copy
 * for each lane. From there it is one instruction of V8's; loaded once into both lanes it would be two, and as an immediate three.
 * @returns where each number is in constant memory; -0 is not among them
 */
export function placeNumbers({ places, shared, frame }: Plan): ReadonlyMap<number, number> {
  const numbers = new Set<number>();
  const seen = new Set<Node>();
  const waiting = [shared, frame].flatMap(({ start, compute, save, commit, between }) =>
    [start, compute, save, commit, between].flatMap((statements) => [...rootsOf(statements)]),
  );
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const value of numbersOf(node, places.constants)) if (!Object.is(value, -0)) numbers.add(value);
    waiting.push(...argsOf(node));
  }
  if (numbers.size <= mostGlobals) return new Map();
  const offset = places.constants.pairs([...numbers]);
  return new Map([...numbers].map((value, i) => [value, offset + i * 16]));
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
