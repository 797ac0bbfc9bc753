import { expect, test } from "vitest";
import { sparkline } from "./sparkline.ts";

for (const [what, values, width, want] of [
  ["a rise", [0, 1, 2, 3, 4, 5, 6, 7], 8, "▁▂▃▄▅▆▇█"],
  ["what does not change stands in the middle", [5, 5, 5], 3, "▄▄▄"],
  ["first and last are always shown", [0, 9, 9, 9, 9, 1], 2, "▁█"],
  ["a gap where there is no number", [0, Number.NaN, 1], 3, "▁ █"],
  ["one value", [3], 10, "▄"],
] as const) {
  test(what, () => expect(sparkline(values, width)).toBe(want));
}
