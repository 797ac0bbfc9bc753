import { expect, test } from "vitest";
import { marginDotsOf } from "./margin-dots.ts";

const size = 1000;
const margin = Float64Array.from({ length: size }, (_, i) => ((i * 7) % size) - 300);
const holds = Uint8Array.from(margin, (value) => Number(value >= 0));

test("fifty dots, of which as many hold as twice a hundred futures do, each at the middle of its two", () => {
  const dots = marginDotsOf(margin, holds);
  expect(dots.length).toBe(50);
  expect(dots.filter((dot) => dot.holds).length).toBe(35);
  for (const [i, dot] of dots.entries()) expect(Math.abs(dot.margin - (20 * i + 10 - 300))).toBeLessThanOrEqual(1);
});

test("weights move dots: with none on what holds, none does", () => {
  const failing = Float64Array.from(holds, (one) => 1 - one);
  expect(marginDotsOf(margin, holds, failing).some((dot) => dot.holds)).toBe(false);
});
