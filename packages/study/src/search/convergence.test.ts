import { expect, test } from "vitest";
import { haveConverged } from "./convergence.ts";

const run = (...volumes: readonly number[]) => ({
  run: 1,
  trace: volumes.map((hypervolume, at) => ({
    evaluations: 100 * (at + 1),
    archived: 10,
    progress: 10,
    restarts: 0,
    hypervolume,
  })),
});

test.each([
  ["runs that agree and no longer grow", [run(5, 9.95, 9.99, 10), run(8, 9.9, 9.9, 9.9)], true],
  ["one that still grows", [run(5, 9.95, 9.99, 10), run(5, 9.7, 9.8, 9.9)], false],
  ["runs that came to different volumes", [run(9, 10, 10, 10), run(9, 9.7, 9.7, 9.7)], false],
  ["runs that found nothing", [run(0, 0, 0, 0)], false],
] as const)("%s: %s", (_, runs, converged) => {
  expect(haveConverged(runs)).toBe(converged);
});
