import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { isTold, structureFindings } from "./structure-finding.ts";

const rivals = "{ rivals: { calm: { value: 1, label: Calm }, rough: { value: 2, label: Rough } } }";
const text = tinyStudy.get("study.yaml")!.replace("uniform: [1, 2]", rivals.slice(2, -2));
const study = readStudy(new Map(tinyStudy).set("study.yaml", text)).value!;

function findings(noise: readonly number[], holds: readonly number[]) {
  const at = study.uncertainties.findIndex(({ id }) => id === "noise");
  return structureFindings(
    { study, splitting: new Map([[at, Float64Array.from(noise)]]) },
    Uint8Array.from(holds),
    () => null,
  );
}

test("the values of a spread of rivals switch between structures, each as often", () => {
  const { spread, rivals: read } = study.uncertainties.find(({ id }) => id === "noise")!;
  expect(spread).toEqual({ kind: "categorical", values: [1, 2] });
  expect(read.map(({ id, label }) => [id, label])).toEqual([
    ["calm", "Calm"],
    ["rough", "Rough"],
  ]);
});

describe("a verdict within each structure", () => {
  test("counts only the futures that have it", () => {
    const [finding] = findings([1, 1, 1, 1, 2, 2], [1, 1, 1, 0, 0, 0]);
    expect(finding!.uncertainty).toBe("noise");
    expect(finding!.rivals.map(({ rival, futures, share, verdict }) => [rival, futures, share, verdict])).toEqual([
      ["calm", 4, 0.75, "most"],
      ["rough", 2, 0, "none"],
    ]);
    expect(finding!.decides).toBe(true);
  });

  test("decides only where one says most and another few", () => {
    expect(findings([1, 1, 1, 2, 2, 2], [1, 1, 0, 1, 0, 1])[0]!.decides).toBe(false);
    expect(findings([1, 1, 1, 2, 2, 2], [1, 1, 0, 1, 0, 0])[0]!.decides).toBe(true);
  });

  test("is told where it differs by 5 points or more", () => {
    const noise = Array.from({ length: 40 }, (_, i) => 1 + (i % 2));
    const holding = (calm: number, rough: number) =>
      noise.map((value, i) => Number(Math.floor(i / 2) < (value === 1 ? calm : rough)));
    expect(isTold(findings(noise, holding(10, 10))[0]!)).toBe(false);
    expect(isTold(findings(noise, holding(10, 11))[0]!)).toBe(true);
  });

  test("leaves out a structure that no future has", () => {
    expect(findings([2, 2], [1, 1])[0]!.rivals.map(({ rival }) => rival)).toEqual(["rough"]);
  });
});
