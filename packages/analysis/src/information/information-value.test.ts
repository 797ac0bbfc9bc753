import { describe, expect, test } from "vitest";
import { even, hashedStream } from "../testing/draws.ts";
import { conditionalShares } from "./conditional-share.ts";
import { claimBenefits, informationValues, perfectInformationValue, splitInput } from "./information-value.ts";

const size = 20_000;
const inputs = [0, 1, 2].map((i) => Float64Array.from({ length: size }, (_, n) => 2 * even(n, i) - 1));

// To act brings a + 2 b, with a, b (and c, which does nothing) uniform on [-1, 1]; not to act brings 0. Knowing a is worth
// E max(0, a) = 1/4, knowing b 1/2, c nothing; all together E max(0, a + 2 b) = 13/24.
describe("a choice whose values of information have closed forms (Raiffa 1968)", () => {
  const acting = inputs[0]!.map((a, n) => a + 2 * inputs[1]![n]!);
  const benefits = [new Float64Array(size), acting];
  const found = informationValues(inputs.map(splitInput), benefits);

  test("each input's value, ranked", () => {
    expect(found.map(({ input }) => input)).toEqual([1, 0, 2]);
    [0.5, 0.25, 0].forEach((want, rank) => {
      expect(Math.abs(found[rank]!.value - want)).toBeLessThan(0.01);
      expect(found[rank]!.low).toBeLessThanOrEqual(want);
      expect(found[rank]!.high).toBeGreaterThanOrEqual(want - 0.005);
      expect(found[rank]!.atMost).toBeGreaterThanOrEqual(found[rank]!.value - 1e-9);
    });
    expect(found.map(({ told }) => told)).toEqual([true, true, false]);
  });

  test("all together", () => expect(perfectInformationValue(benefits)).toBeCloseTo(13 / 24, 2));
});

test("chance is not taken for worth: an input that does nothing is told once in forty at most", () => {
  let told = 0;
  let plain = 0;
  for (let run = 0; run < 400; run++) {
    const uniform = hashedStream(run);
    const column = Float64Array.from({ length: 500 }, (_, n) => uniform(2 * n));
    const acting = Float64Array.from({ length: 500 }, (_, n) => uniform(2 * n + 1) - 0.5);
    const [found] = informationValues([splitInput(column)], [new Float64Array(500), acting]);
    if (found!.told) told++;
    plain += found!.atMost / 400;
  }
  // 2.5 % of 400 and 3.5 standard errors.
  expect(told).toBeLessThan(10 + 3.5 * Math.sqrt(10));
  // Of seven classes of 71 with deviation 1 / √12: E max(0, mean) = 0.0137 each, less 0.0051 over all.
  expect(Math.abs(plain - 0.0085)).toBeLessThan(0.001);
});

describe("a claim", () => {
  // Holds with chance 3/4 where a is above 0, else with 1/4: half of the futures; knowing a, one is right in 3 of 4.
  const holds = Uint8Array.from(inputs[0]!, (a, n) => Number((inputs[2]![n]! + 1) / 2 < (a > 0 ? 0.75 : 0.25)));

  test("the value of an input is in how many more futures one would be right", () => {
    const [first, ...others] = informationValues(inputs.slice(0, 2).map(splitInput), claimBenefits(holds));
    expect(first!.input).toBe(0);
    expect(Math.abs(first!.value - 0.25)).toBeLessThan(0.02);
    for (const { value } of others) expect(value).toBeLessThan(0.02);
    expect(perfectInformationValue(claimBenefits(holds))).toBeCloseTo(0.5, 2);
  });

  test("its share along the input", () => {
    const shares = conditionalShares(inputs[0]!, holds, 4);
    expect(shares.map(({ futures }) => futures)).toEqual([5000, 5000, 5000, 5000]);
    [0.25, 0.25, 0.75, 0.75].forEach((want, i) => {
      expect(Math.abs(shares[i]!.share - want)).toBeLessThan(0.02);
      expect(shares[i]!.low).toBeLessThan(shares[i]!.high);
    });
    expect(shares[1]!.from).toBeGreaterThan(shares[0]!.to);
    expect(shares[3]!.to).toBeCloseTo(1, 3);
  });
});
