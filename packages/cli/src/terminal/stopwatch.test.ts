import { expect, test } from "vitest";
import { stopwatch } from "./stopwatch.ts";

test("laps of one name are one line, and the last line is their sum", () => {
  const times = [0, 4, 6, 7.5];
  const watch = stopwatch(() => times.shift()!);
  for (const name of ["parse", "run", "parse"]) watch.lap(name);
  expect(watch.report()).toBe(
    ["parse          5.50 ms", "run            2.00 ms", "in all         7.50 ms"].join("\n"),
  );
});
