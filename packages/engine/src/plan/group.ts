import type { Equation, EquationId, Evaluation, Model } from "@sequitur/model";
import { turnCount } from "../element/element.ts";

/** Equations that are computed together: for one turn, or in loops that turn for all of them. */
export interface Group {
  readonly equations: readonly Equation[];
  readonly turn: number | undefined;
}

/**
 * An order with its loops found again: where equations take turns (a 1, b 1, a 2, b 2 …) from their first to their last, they
 * become one loop over all of them, so that code does not grow with the number of elements.
 */
export function groupsOf(model: Model, order: readonly Evaluation[]): readonly Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < order.length; ) {
    const length = rolledLength(model, order, at);
    const taken = order.slice(at, at + (length ?? 1)).map(({ equation }) => model.equations[equation]!);
    const turns = turnCount(taken[0]!.loops);
    groups.push({ equations: taken, turn: length === undefined ? order[at]!.turn : undefined });
    at += length === undefined ? 1 : length * turns;
  }
  return groups;
}

// Longer rounds than this are looked for in vain too often to pay.
const longestRound = 64;

/** How many equations take turns from here on, all of their turns; undefined where none do. */
function rolledLength(model: Model, order: readonly Evaluation[], at: number): number | undefined {
  const { equation, turn } = order[at]!;
  const turns = turnCount(model.equations[equation]!.loops);
  if (turn !== 0 || turns < 2) return undefined;
  const members = new Set<EquationId>();
  for (let length = 1; length <= longestRound && at + length * turns <= order.length; length++) {
    const next = order[at + length - 1]!;
    if (next.turn !== 0 || members.has(next.equation) || !sameLoops(model, equation, next.equation)) return undefined;
    members.add(next.equation);
    if (repeats(order, at, length, turns)) return length;
  }
  return undefined;
}

function sameLoops(model: Model, a: EquationId, b: EquationId): boolean {
  const [first, second] = [model.equations[a]!.loops, model.equations[b]!.loops];
  return first.length === second.length && first.every(({ size }, i) => size === second[i]!.size);
}

function repeats(order: readonly Evaluation[], at: number, length: number, turns: number): boolean {
  for (let i = length; i < length * turns; i++) {
    const { equation, turn } = order[at + i]!;
    if (equation !== order[at + (i % length)]!.equation || turn !== Math.floor(i / length)) return false;
  }
  return true;
}
