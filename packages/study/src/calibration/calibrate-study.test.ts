import { expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { calibrateStudy } from "./calibrate-study.ts";

/** The tiny study with other words in study.yaml and other observations. */
function studyWith(seen: string, changes: readonly (readonly [string, string])[] = []) {
  const judged = [
    "history/seen.csv, sources",
    "history/seen.csv, deviation: { observed: 1 item, model: 0 item }, sources",
  ] as const;
  let yaml = tinyStudy.get("study.yaml")!;
  for (const [from, to] of [judged, ...changes]) {
    expect(yaml).toContain(from);
    yaml = yaml.replace(from, to);
  }
  const { value, diagnostics } = readStudy(new Map(tinyStudy).set("study.yaml", yaml).set("history/seen.csv", seen));
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return value!;
}

// What a level of 30 with an inflow of 7 shows.
const synthetic = "time,value\n0,30\n2,44\n5,65\n10,100\n";

test("constants that made synthetic data are found again, and one that changes nothing is left alone", async () => {
  const study = studyWith(synthetic);
  const { fitted, idle, held, fits } = (await calibrateStudy(study))!;
  expect({ fitted, idle, held }).toEqual({ fitted: ["start", "inflow"], idle: ["noise"], held: [] });
  const [fit] = fits;
  expect(fits).toHaveLength(1);
  expect(fit!.values[0]).toBeCloseTo(30, 3);
  expect(fit!.values[1]).toBeCloseTo(7, 4);
  expect(fit!.values[2]).toBe(1);
  expect(fit!.settled).toBe(true);
  expect(fit!.atEnd).toEqual([]);
  // As written, with 50 and 5: off by 20, 16, 10 and 0 standard deviations.
  expect(fit!.missBefore).toBe(400 + 256 + 100);
  expect(fit!.miss).toBeLessThan(1e-5);
  expect(fit!.series).toMatchObject([{ history: "seen", points: 4 }]);
  expect(fit!.series[0]!.before.rootMeanSquare).toBeCloseTo(Math.sqrt(756 / 4), 12);
});

test("the best that a range allows lies at its end, and that is said", async () => {
  const study = studyWith(synthetic, [["uniform: [0, 10]", "uniform: [0, 6]"]]);
  const [fit] = (await calibrateStudy(study))!.fits;
  expect(fit!.atEnd).toEqual(["inflow"]);
  // With an inflow of 6, least squares puts the level at 30 + (0 + 2 + 5 + 10) / 4.
  expect(fit!.values[0]).toBeCloseTo(34.25, 3);
});

test("a fit is made within each rival structure that the past depends on", async () => {
  const rivals = "rivals: { slow: { value: 2, label: Slow }, fast: { value: 7, label: Fast } }";
  const study = studyWith(synthetic, [["uniform: [0, 10]", rivals]]);
  const { fitted, fits } = (await calibrateStudy(study))!;
  expect(fitted).toEqual(["start"]);
  expect(fits.map(({ rivals: chosen }) => chosen)).toEqual([
    [{ uncertainty: "inflow", rival: "slow" }],
    [{ uncertainty: "inflow", rival: "fast" }],
  ]);
  // Least squares of 30 + 7 t - 2 t over 0, 2, 5, 10: 30 + 5 × 4.25.
  expect(fits[0]!.values[0]).toBeCloseTo(51.25, 3);
  expect(fits[1]!.values[0]).toBeCloseTo(30, 3);
  expect(fits[1]!.miss).toBeLessThan(fits[0]!.miss);
});

test("the same study and seed give the same bits; nothing judged gives nothing", async () => {
  const study = studyWith(synthetic);
  expect(await calibrateStudy(study)).toEqual(await calibrateStudy(study));
  expect(await calibrateStudy(readStudy(tinyStudy).value!)).toBeUndefined();
});

test("it can be stopped, and says how far it is", async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const onProgress = ({ done }: { readonly done: number }) => {
    seen.push(done);
    if (seen.length === 3) stop.abort(new Error("enough"));
  };
  await expect(calibrateStudy(studyWith(synthetic), { signal: stop.signal, onProgress })).rejects.toThrow("enough");
  expect(seen).toHaveLength(3);
});
