import type { ShareAt } from "@sequitur/analysis";
import { type Verdict, verdictOf } from "@sequitur/study";

/** Where along an input the verdict's word changes. */
export interface WordChange {
  readonly value: number;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** The word for a share that is read from a line: it says of no future that it has none. */
export function wordAt(share: number): Verdict {
  return verdictOf(Math.min(1 - 1e-9, Math.max(1e-9, share)), 1);
}

/** The share at any value of the input, between the places at which it was asked for. */
export function shareAt(along: readonly ShareAt[], value: number): ShareAt {
  const after = along.findIndex((each) => each.value >= value);
  if (after <= 0) return { ...along.at(after === 0 ? 0 : -1)!, value };
  const [from, to] = [along[after - 1]!, along[after]!];
  const part = (value - from.value) / (to.value - from.value);
  const between = (a: number, b: number) => a + (b - a) * part;
  return {
    value,
    share: between(from.share, to.share),
    low: between(from.low, to.low),
    high: between(from.high, to.high),
  };
}

/** A stretch of the input with one word that is narrower than this share of the range is no change, but a flicker. */
const narrow = 0.03;

interface Stretch {
  readonly word: Verdict;
  readonly from: number;
  readonly to: number;
}

/** Each place where the word changes, and stays changed for a while. */
export function wordChanges(along: readonly ShareAt[]): readonly WordChange[] {
  const all = joined(along.map(({ value, share }) => ({ word: wordAt(share), from: value, to: value })));
  const range = along.at(-1)!.value - along[0]!.value;
  const lasting = joined(
    all.filter(({ from, to }, i) => i === 0 || i === all.length - 1 || to - from >= narrow * range),
  );
  return lasting
    .slice(1)
    .map(({ word, from }, i) => ({ value: (lasting[i]!.to + from) / 2, before: lasting[i]!.word, after: word }));
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.word === stretch.word) found[found.length - 1] = { ...last, to: stretch.to };
    else found.push(stretch);
  }
  return found;
}
