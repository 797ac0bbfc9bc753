import { compile } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { openPrograms } from "../session/program-run.ts";
import { drawnFan } from "./drawn-fan.ts";

const text = `x = INTEG(rate, start)~~|start = 0~~|rate = 1~~|noise = RANDOM UNIFORM(0, 1, 7)~~|
INITIAL TIME=0~~|FINAL TIME=4~~|TIME STEP=1~~|SAVEPER=1~~|`;

async function opened(outputs: readonly string[]) {
  const { model } = readModel(source("x.mdl", text));
  const { program } = compile(model!, { inputs: ["start", "rate"], outputs: [...outputs] });
  return { run: await openPrograms({ programs: [program!], chosenBy: undefined }), times: program!.layout.times };
}

const count = 201;
const futures = Array.from({ length: count }, (_, i) => i);
const current = futures.map((i) => [i, 2]);
const baseline = futures.map((i) => [i, 1]);

test("a fan's bands and its difference are those of the futures: start + 4 rate, start even over 0 to 200", async () => {
  const { run, times } = await opened(["rate", "x"]);
  const { fan, difference, serial } = drawnFan(run, times, {
    serial: 7,
    series: 1,
    seed: 1,
    futures,
    current,
    baseline,
  });
  expect(fan.quantiles.map((level) => level.at(-1))).toEqual([18, 58, 108, 158, 198]);
  expect(difference).toEqual({ p5: 4, p25: 4, p50: 4, p75: 4, p95: 4 });
  expect([fan.finite, serial]).toEqual([count, 7]);
});

test("futures that give no number are left out of the bands and of the difference", async () => {
  const { run, times } = await opened(["x"]);
  const lost = current.map(([start, rate], i) => [i % 2 === 0 ? Number.NaN : start!, rate!]);
  const { fan, difference } = drawnFan(run, times, { serial: 7, series: 0, seed: 1, futures, current: lost, baseline });
  expect(fan.finite).toBe(100);
  expect(difference!.p50).toBe(4);
});

test("a model that draws gives each future its own numbers, whichever are asked for together", async () => {
  const { run } = await opened(["noise"]);
  const all = run(current.slice(0, 6), { seed: 3, future: 0 });
  const some = run([current[4]!, current[1]!], { seed: 3, future: [4, 1] });
  expect(some).toEqual([all[4], all[1]]);
});
