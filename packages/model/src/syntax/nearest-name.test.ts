import { describe, expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

describe("the name that was most likely meant", () => {
  for (const [name, names, want] of [
    ["birht rate", ["death rate", "birth rate"], "birth rate"],
    ["Birth_Rate", ["birth rate"], "birth rate"],
    ["POPULATON", ["Population"], "Population"],
    ["deaths rate", ["birth rate", "death rate"], "death rate"],
    ["unemployment", ["Population"], undefined],
    ["yz", ["x"], undefined],
    ["yx", ["xy"], "xy"],
    ["strikes", [], undefined],
    ["tempo", ["temp", "tempos"], "temp"],
  ] as const)
    test(`${name} among ${names.join(", ")}`, () => expect(nearestName(name, names)).toBe(want));
});
