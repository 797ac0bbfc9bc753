import { report } from "./diagnostics.ts";
import { checkSources } from "./grounds.ts";
import type { Reading } from "./reading.ts";
import type { ConflictSide } from "./study.ts";
import type { Text } from "./text.ts";
import { inside, keySpan, type Part } from "./yaml-file.ts";

interface SideYaml {
  readonly sources: readonly string[];
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly says: Text;
}

type Range = Pick<ConflictSide, "low" | "high">;

/** What sources that conflict say of an uncertainty. A part outside its range, or with nothing in it, is a fault. `at` is the uncertainty. */
export function conflictOf(
  reading: Reading,
  sides: readonly SideYaml[] = [],
  range: Range,
  at: Part,
): readonly ConflictSide[] {
  return sides.map(({ sources, low = range.low, high = range.high, says }, i) => {
    const place = inside(at, "conflict", i);
    checkSources(reading, sources, inside(place, "sources"));
    if (low < range.low || high > range.high || low >= high)
      reading.found.push(report("conflict-outside", keySpan(place), { low, high, from: range.low, to: range.high }));
    return { sources, low, high, says };
  });
}
