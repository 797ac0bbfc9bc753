import { randomStream } from "../random/random-stream.ts";

const levelsAtOnce = 7;
const groups = 3;
const scrambledLevels = levelsAtOnce * groups;

/**
 * Owen's nested uniform scrambling in base 2: a digit is flipped or not by a random bit of its own for each dimension and each
 * string of digits before it. What happens to a digit depends on nothing after it, so two points share their first m digits after
 * scrambling exactly if they did before: elementary intervals are carried onto elementary intervals, and every net stays the
 * net it was. Each coordinate is uniform over all 53 bits of a double, so a scrambled point is also a fair random point.
 *
 * One call of Philox gives 128 bits: enough for the 127 strings of up to seven digits before a digit. Three calls scramble 21 digits
 * with a bit for each string; the digits after them share theirs within one such interval of 2^-21, which no design of up to
 * 2^21 points can tell, as it has one point there.
 * Source: Owen 1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences", Lecture Notes in Statistics 106, 299-317.
 */
export function owenScrambling(seed: number): (digits: number, dimension: number) => number {
  const random = randomStream(seed, "sobol-scramble");
  const words = new Uint32Array(4);
  return (digits, dimension) => {
    let upper = 0;
    for (let group = 0; group < groups; group++) {
      const before = group * levelsAtOnce;
      random.words(leading(digits, before), dimension, group, words);
      upper = (upper << levelsAtOnce) | flipGroup(words, digits >>> (32 - before - levelsAtOnce));
    }
    random.words(leading(digits, scrambledLevels), dimension, groups, words);
    const lower = ((digits << scrambledLevels) ^ words[0]!) >>> 0;
    return (upper * 0x100000000 + lower) / 0x20000000000000;
  };
}

function leading(digits: number, count: number): number {
  return count === 0 ? 0 : digits >>> (32 - count);
}

// The strings before a digit are the nodes of a binary tree, numbered from 1 as in a heap: below `node` stand 2 node and 2 node + 1.
function flipGroup(words: Uint32Array, digits: number): number {
  let node = 1;
  let flipped = 0;
  for (let level = levelsAtOnce - 1; level >= 0; level--) {
    const digit = (digits >>> level) & 1;
    flipped = (flipped << 1) | (digit ^ ((words[node >>> 5]! >>> (node & 31)) & 1));
    node = (node << 1) | digit;
  }
  return flipped;
}
