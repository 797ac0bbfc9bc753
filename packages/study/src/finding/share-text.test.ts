import { expect, test } from "vitest";
import { shareText } from "./share-text.ts";

for (const [share, interval, want] of [
  [0.784, [0.77, 0.792], "78 % (77–79)"],
  [0.0004, [0.0001, 0.001], "<1 % (<1–<1)"],
  [0.9996, [0.999, 0.9999], ">99 % (>99–>99)"],
  [0, [0, 0.0004], "0 % (0–<1)"],
  [1, [0.9996, 1], "100 % (>99–100)"],
] as const) {
  test(`${share} reads as ${want}`, () => expect(shareText(share, interval)).toBe(want));
}
