import { describe, expect, test } from "vitest";
import { verdictOf } from "./verdict.ts";

describe("the words for a share", () => {
  for (const [holding, word] of [
    [1000, "all"],
    [999, "nearly-all"],
    [900, "nearly-all"],
    [899, "most"],
    [600, "most"],
    [599, "about-half"],
    [500, "about-half"],
    [401, "about-half"],
    [400, "few"],
    [101, "few"],
    [100, "almost-none"],
    [1, "almost-none"],
    [0, "none"],
  ] as const)
    test(`${holding} of 1000`, () => expect(verdictOf(holding, 1000)).toBe(word));
});

test("what holds in few fails in most: the words mirror", () => {
  const mirror = new Map<string, string>([
    ["all", "none"],
    ["nearly-all", "almost-none"],
    ["most", "few"],
    ["about-half", "about-half"],
    ["few", "most"],
    ["almost-none", "nearly-all"],
    ["none", "all"],
  ]);
  for (let holding = 0; holding <= 1000; holding++)
    expect(verdictOf(1000 - holding, 1000)).toBe(mirror.get(verdictOf(holding, 1000)));
});
