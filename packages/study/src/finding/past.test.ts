import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { runStudy } from "./run-study.ts";

const futures = 4096;

/** The tiny study with its one series judging: 48 at the start, where the level is `start`, and 71.5 at 4, where it is start + 4 inflow. */
function matched(deviation: string, more = "") {
  const text = tinyStudy.get("study.yaml")!.replace("file: history/seen.csv", `file: history/seen.csv, ${deviation}`);
  const { value, diagnostics } = readStudy(new Map(tinyStudy).set("study.yaml", text + more));
  if (value === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return runStudy(value, { futures, threads: 0 });
}

describe("futures are matched to the past", () => {
  test("by three standard deviations of observation and model together", async () => {
    // √(3² + 4²) = 5: starts from 33 to 63 pass at the first point, of 0 to 100; the second asks start + 4 inflow within 56.5 to 86.5.
    const { history, examined } = await matched("deviation: { observed: 3 item, model: 4 item }");
    // Of the starts that pass, those with 56.5 - start < 4 inflow < 86.5 - start, where 4 inflow is even over 0 to 40: ∫ over 33..63.
    const width = (start: number) => Math.min(86.5, start + 40) - Math.max(56.5, start);
    const starts = Array.from({ length: 3000 }, (_, i) => 33 + (i + 0.5) / 100);
    const share = (starts.reduce((sum, start) => sum + width(start) / 40, 0) / 3000) * 0.3;
    expect(history!.plausible / futures).toBeCloseTo(share, 2);
    expect(examined).toBe(history!.plausible);
    expect(history!.cutoff).toBe(3);
    expect(history!.series[0]!.setAside).toBeCloseTo(1 - share, 2);
  });

  test("by shares of what was observed", async () => {
    // A tenth of 48 and of 71.5, thrice: 33.6 to 62.4, and 50.05 to 92.95.
    const { history } = await matched("deviation: { observed: 10 %, model: 0 item }");
    expect(history!.series[0]!.fit!.meanAbsolutePercent).toBeLessThan(0.05);
    expect(history!.plausible).toBeLessThan(0.3 * futures);
  });

  test("so that every share is of those that pass", async () => {
    const { claims, measures } = await matched("deviation: { observed: 1 item, model: 0 item }");
    // Start is 48 ± 3 and the inflow (71.5 - start ± 3) / 4, so that the level after 10 months is near 48 + 10 · 5.9.
    expect(claims.find(({ id }) => id === "above-hundred")!.share).toBeGreaterThan(0.6);
    expect(measures[0]!.baseline.p50).toBeGreaterThan(100);
    expect(measures[0]!.baseline.p50).toBeLessThan(112);
  });

  test("and where none passes, nothing is claimed", async () => {
    const { history, examined, claims } = await matched("deviation: { observed: 0.0001 item, model: 0 item }");
    expect([history!.plausible, examined]).toEqual([0, 0]);
    expect(claims[0]).toMatchObject({ verdict: "untestable", share: null });
    expect(history!.series[0]!.fit).toBeNull();
  });

  test("a series without a deviation judges nothing", async () => {
    const { value } = readStudy(tinyStudy);
    const { history, examined } = await runStudy(value!, { futures, threads: 0 });
    expect([history, examined]).toEqual([null, futures]);
  });
});

test("a hindcast matches to the earlier part, and says how much of the later part the band covers", async () => {
  const { history } = await matched("deviation: { observed: 1 item, model: 0 item }", "hindcast: { until: 1 }\n");
  // Start within 45 to 51 leaves 45 to 91 at 4: the observed 71.5 is inside.
  expect(history!.hindcast!.plausible / futures).toBeCloseTo(0.06, 2);
  expect(history!.hindcast!.series).toEqual([{ history: "seen", points: 1, covered: 1 }]);
});

test("a hindcast sets the constant that says when the model's tables end", async () => {
  // With 20 a month more than anyone saw, the level at 4 is above 125: the band covers nothing.
  const model = tinyStudy
    .get("model/level.mdl")!
    .replace(
      "Extra = 0\n\t~\titem/Month",
      "Extra = 0 ~ item/Month ~ | Known until = 100 ~ Month ~ | Beyond = IF THEN ELSE(Known until > 50, 0, 20)\n\t~\titem/Month",
    )
    .replace("Inflow + Extra", "Inflow + Extra + Beyond");
  const text = tinyStudy
    .get("study.yaml")!
    .replace("seen.csv", "seen.csv, deviation: { observed: 1 item, model: 0 item }");
  const hindcast = "hindcast: { until: 1, variable: known until }\n";
  const files = new Map(tinyStudy).set("model/level.mdl", model).set("study.yaml", text + hindcast);
  const { history } = await runStudy(readStudy(files).value!, { futures, threads: 0 });
  expect(history!.hindcast!.series).toEqual([{ history: "seen", points: 1, covered: 0 }]);
});
