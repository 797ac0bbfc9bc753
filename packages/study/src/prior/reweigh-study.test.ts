import { readerOf, runEnsemble } from "@sequitur/ensemble";
import { source } from "@sequitur/model";
import { expect, test } from "vitest";
import { planStudy } from "../plan/plan-study.ts";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { readPrior } from "./read-prior.ts";
import { reweighStudy } from "./reweigh-study.ts";

const study = readStudy(tinyStudy).value!;
const read = (text: string) => readPrior(source("prior.yaml", text), study);

async function reweighed(text: string, futures = 4096) {
  const plan = planStudy(study, { futures });
  const results = {
    main: readerOf(await runEnsemble(plan.main.job, { threads: 0 })),
    past: undefined,
    hinges: undefined,
    reality: [],
  };
  return reweighStudy(plan, results, read(text).value!);
}

test("a prior that favours low starts: the share is that of futures drawn from it", async () => {
  // Start 100 x with density 2 (1 - x): above a hundred with chance x, so E x = 1/3 where it was 1/2.
  const found = await reweighed("prior: { start: { triangular: [0, 0, 100] } }");
  if (found.kind === "refused") throw new Error(found.reason);
  const claim = found.claims.find(({ id }) => id === "above-hundred")!;
  expect(claim.own).toBeCloseTo(1 / 2, 2);
  expect(claim.share).toBeCloseTo(1 / 3, 2);
  // Of weights 2 (1 - x) the mean square is 4/3.
  expect(found.effective / found.futures).toBeCloseTo(3 / 4, 2);
  expect(claim.interval[0]).toBeLessThan(1 / 3);
  expect(claim.interval[1]).toBeGreaterThan(1 / 3);
});

test("too few futures that count, or a prior that lies where none was drawn, are refused", async () => {
  expect(await reweighed("prior: { start: { uniform: [0, 1] } }")).toMatchObject({ kind: "refused", reason: "few" });
  expect(await reweighed("prior: { start: { uniform: [0, 200] } }")).toMatchObject({
    kind: "refused",
    reason: "outside",
  });
});

test("what cannot be weighed, or is not there, is said at its place", () => {
  const faults = (text: string) =>
    read(text).diagnostics.map(({ code, span }) => [code, span.source.text.slice(span.start, span.end)]);
  expect(faults("prior: { strat: { uniform: [0, 1] } }")).toEqual([["unknown-id", "strat"]]);
  expect(faults("prior: { start: { choice: [0, 1] } }")).toEqual([["bad-spread", "start"]]);
  expect(faults("prior: { start: { uniform: [1, 0] } }")).toEqual([["bad-spread", "start"]]);
  expect(faults("priors: {}").map(([code]) => code)).toContain("unknown-key");
});
