import { expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { runStudy } from "./run-study.ts";

const text = tinyStudy.get("study.yaml")!;
const withHorizons = (horizons: string) =>
  readStudy(
    new Map(tinyStudy).set("study.yaml", text.replace("decision: 1 }", `decision: 1, horizons: ${horizons} }`)),
  );

// The tiny study's boost adds 5 a month from the start of the run on: 5 times the time at which the level is read.
test("each measure is compared at each time after the decision", async () => {
  const { horizons } = await runStudy(withHorizons("[1, 3, 9]").value!, { futures: 256 });
  expect(horizons.map(({ after, policies }) => [after, policies.map(({ id }) => id)])).toEqual([
    [1, ["boost"]],
    [3, ["boost"]],
    [9, ["boost"]],
  ]);
  for (const { after, policies } of horizons) {
    const [level, gain] = policies[0]!.measures;
    expect(level!.change.p50).toBeCloseTo(5 * (1 + after), 9);
    expect([level!.betterShare, gain!.betterShare]).toEqual([1, null]);
    // A change is from the decision on.
    expect(gain!.change.p5).toBeCloseTo(5 * after, 9);
    expect(gain!.change.p95).toBeCloseTo(5 * after, 9);
  }
});

test("a study that names none has none", async () => {
  const { horizons } = await runStudy(readStudy(tinyStudy).value!, { futures: 64 });
  expect(horizons).toEqual([]);
});

test("one after the end of the run is a fault at its place", () => {
  const { diagnostics } = withHorizons("[1, 30]");
  expect(diagnostics.map(({ code, span }) => [code, span.source.text.slice(span.start, span.end)])).toEqual([
    ["outside-run", "30"],
  ]);
});
