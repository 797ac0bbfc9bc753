import { expect, test } from "vitest";
import { hashed, hashedStream } from "../testing/draws.ts";
import { ishigami } from "../testing/test-functions.ts";
import { type MorrisRuns, morrisEffects } from "./morris.ts";

type Trajectory = readonly (readonly number[])[];

function runsOf(trajectories: readonly Trajectory[], f: (x: readonly number[]) => number): MorrisRuns {
  const points = trajectories.flat();
  return {
    points: points[0]!.map((_, i) => Float64Array.from(points, (point) => point[i]!)),
    outcome: Float64Array.from(points, f),
  };
}

/** From `start`, one input after another in `order`, each by 2/3 up or down within [0, 1]: the design of 4 levels. */
function walk(start: readonly number[], order: readonly number[]): Trajectory {
  const path = [start];
  for (const input of order)
    path.push(path.at(-1)!.map((x, i) => (i !== input ? x : x < 1 / 2 ? x + 2 / 3 : x - 2 / 3)));
  return path;
}

const levels = [0, 1 / 3, 2 / 3, 1];
const starts = levels.flatMap((x) => levels.flatMap((y) => levels.map((z) => [x, y, z])));
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

// Every trajectory of the 4-level grid once: the effects' expectations, by hand. With s = sin(pi/3):
// |EE1| = 1.5 s (1 + 0.1 x3^4), x3^4 = pi^4 or (pi/3)^4; |EE2| = 1.5 · 7 s²; |EE3| = 0.15 (pi^4 - (pi/3)^4) |sin x1|, 0 or s.
test("Ishigami on the whole 4-level grid: closed forms, near SALib's 7.5291, 7.8750, 5.9614 from 1,000 trajectories", () => {
  const found = morrisEffects(
    runsOf(
      starts.flatMap((start) => orders.map((order) => walk(start, order))),
      ishigami,
    ),
    {
      uniform: hashed,
      resamples: 200,
    },
  );
  const s = Math.sin(Math.PI / 3);
  const [far, near] = [Math.PI ** 4, (Math.PI / 3) ** 4];
  const want = [1.5 * s * (1 + (0.1 * (far + near)) / 2), 1.5 * 7 * s * s, (0.15 * (far - near) * s) / 2];
  found.forEach(({ absolute, mean }, i) => {
    expect(absolute).toBeCloseTo(want[i]!, 9);
    expect(Math.abs(absolute - [7.5291, 7.875, 5.9614][i]!)).toBeLessThan(0.3);
    expect(Math.abs(mean)).toBeLessThanOrEqual(absolute);
  });
  expect(found[1]!.mean).toBeCloseTo(0, 9);
  // EE2 is ± 7.875 as often: σ² = n / (n - 1) · 7.875².
  expect(found[1]!.deviation).toBeCloseTo(7.875 * Math.sqrt(384 / 383), 9);
});

test("a straight line has the slope for mean, no deviation, and converges at once", () => {
  const few = starts.slice(10, 14).map((start) => walk(start, [2, 0, 1]));
  const [first, second] = morrisEffects(
    runsOf(few, (x) => 4 * x[0]! - 2 * x[1]!),
    { uniform: hashed },
  );
  expect(first!.mean).toBeCloseTo(4, 12);
  expect(second!.mean).toBeCloseTo(-2, 12);
  expect(second!.absolute).toBeCloseTo(2, 12);
  expect(first!.deviation).toBeCloseTo(0, 12);
  expect(first!.converged).toBe(true);
});

test("few trajectories of a rough outcome have not converged", () => {
  const uniform = hashedStream(3);
  const drawn = [0, 1, 2, 3].map((n) =>
    walk(
      [0, 1, 2].map((i) => levels[Math.floor(4 * uniform(3 * n + i))]!),
      [0, 1, 2],
    ),
  );
  expect(morrisEffects(runsOf(drawn, ishigami), { uniform }).some(({ converged }) => !converged)).toBe(true);
});

test("a trajectory with a value that is not finite is left out whole", () => {
  const three = starts.slice(0, 3).map((start) => walk(start, [0, 1, 2]));
  const broken = runsOf(three, ishigami);
  broken.outcome[5] = Number.POSITIVE_INFINITY;
  const kept = runsOf([three[0]!, three[2]!], ishigami);
  expect(morrisEffects(broken, { uniform: hashed })).toEqual(morrisEffects(kept, { uniform: hashed }));
});
