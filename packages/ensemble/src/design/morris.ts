import type { Problem } from "../problem.ts";
import { keyedPermutation, permutationRounds } from "../random/keyed-permutation.ts";
import { randomStream } from "../random/random-stream.ts";
import { checkSize, type DesignRule } from "./design.ts";

export interface MorrisSpec {
  /** How many trajectories: the design has `trajectories` × (dimensions + 1) futures. */
  readonly trajectories: number;
  /** How many levels a coordinate can be at: even; 4 if left out. */
  readonly levels?: number;
}

const usualLevels = 4;

/**
 * Trajectories of dimensions + 1 futures, each of which differs from the one before in one uncertainty, in random order, by half
 * of its range up or down. Levels stand in the middle of equal shares of a range, not at its ends as in the paper, since a
 * distribution without bounds has no value there.
 */
export const morris: DesignRule<MorrisSpec> = {
  says: "Random walks that move one uncertainty at a time, from which elementary effects are read: a cheap first look at many uncertainties.",
  source: "Morris 1991, Technometrics 33, 161-174.",
  check: ({ trajectories, levels = usualLevels }, dimensions) =>
    checkSize(trajectories, "number of trajectories") ??
    checkSize(trajectories * (dimensions + 1), "number of futures") ??
    checkLevels(levels),
  size: ({ trajectories }, dimensions) => trajectories * (dimensions + 1),
  points: ({ levels = usualLevels }) => ({ levels }),
  open({ levels = usualLevels }, dimensions, seed) {
    const start = randomStream(seed, "morris-start");
    const order = randomStream(seed, "morris-order");
    const turnOf = openTurns(dimensions, order);
    const words = new Uint32Array(4);
    return (i, into) => {
      const trajectory = Math.floor(i / (dimensions + 1));
      const step = i - trajectory * (dimensions + 1);
      const turn = turnOf(trajectory);
      for (let d = 0; d < dimensions; d++) {
        start.words(trajectory, d, 0, words);
        const level = words[0]! % (levels / 2);
        const isAbove = (words[1]! & 1) !== Number(turn(d) < step);
        into[d] = (level + 0.5) / levels + (isAbove ? 0.5 : 0);
      }
    };
  },
};

/** When a trajectory moves each dimension; the last one asked for is remembered, as its futures come one after the other. */
function openTurns(dimensions: number, random: ReturnType<typeof randomStream>) {
  const keys = new Uint32Array(permutationRounds);
  let known = -1;
  let turn = keyedPermutation(Math.max(1, dimensions), keys);
  return (trajectory: number) => {
    if (trajectory === known) return turn;
    for (let at = 0; at < permutationRounds; at += 4) random.words(trajectory, 0, at, keys.subarray(at, at + 4));
    turn = keyedPermutation(Math.max(1, dimensions), keys.slice());
    known = trajectory;
    return turn;
  };
}

function checkLevels(levels: number): Problem | undefined {
  if (Number.isInteger(levels) && levels >= 2 && levels <= 1024 && levels % 2 === 0) return undefined;
  return {
    code: "design-levels",
    says: `There are ${levels} levels, but there must be an even number of them from 2 to 1024.`,
    mend: "Give 4, as is usual.",
  };
}
