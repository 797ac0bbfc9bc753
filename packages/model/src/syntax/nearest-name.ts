import { nameKey } from "./name-key.ts";

/**
 * The one of `names` that `name` was most likely meant to be: the fewest letters to change, put in, take out or swap with a
 * neighbour (optimal string alignment distance), but no more than a third of them; undefined where nothing is that near.
 */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  const key = nameKey(name);
  let nearest: string | undefined;
  let least = Math.floor(Math.max(key.length, 3) / 3) + 1;
  for (const candidate of names) {
    const changes = distance(key, nameKey(candidate), least);
    if (changes < least) [nearest, least] = [candidate, changes];
  }
  return nearest;
}

/** The distance of two texts, or `limit` where it is not below that. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length]!, limit);
}
