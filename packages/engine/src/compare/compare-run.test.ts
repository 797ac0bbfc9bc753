import { readDataSet, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { compareRun, sixDigits } from "./compare-run.ts";

const run = {
  times: [0, 0.5, 1],
  outputs: ["a", 'b "c"[x,y]'],
  columns: [Float64Array.of(1, 2, 3), Float64Array.of(0, 0, 0)],
};
const reference = (text: string, file = "reference.csv") => readDataSet(source(file, text)).value;

describe("a run against a reference", () => {
  for (const [what, text, differing] of [
    ["agrees", "Time,a\n0,1\n0.5,2\n1,3\n", 0],
    ["agrees to six digits", "Time,a\n0,1.00005\n1,3\n", 0],
    ["differs from the seventh", "Time,a\n0,1.00012\n1,3\n", 1],
    ["differs everywhere", "Time,a\n0,0\n0.5,0\n1,0\n", 3],
    ["is not compared where the reference says nothing", "Time,a\n0,\n0.5,2\n", 0],
    ["is compared by name, whatever its spelling", 'Time,"B ""c""[X, Y]"\n0,1\n', 1],
    ["is compared with tabs, and with time across", "Time\t0\t0.5\t1\na\t1\t2\t4\n", 1],
  ] as const)
    test(what, () => {
      const { compared, unknown, unsaved } = compareRun(run, reference(text), sixDigits);
      expect([compared.length, unknown, unsaved]).toEqual([1, [], []]);
      expect(compared[0]!.differing).toBe(differing);
    });

  test("says where it differs first, and by how much at most", () => {
    const [only] = compareRun(run, reference("a\n0 1\n0.5 2.5\n1 4\n", "reference.dat"), sixDigits).compared;
    expect(only).toMatchObject({ name: "a", points: 3, differing: 2 });
    expect(only!.first).toEqual({ time: 0.5, got: 2, wanted: 2.5, absolute: 0.5, relative: 0.2 });
    expect(only!.largest).toEqual({ time: 1, got: 3, wanted: 4, absolute: 1, relative: 0.25 });
  });

  test("names what the run lacks, and when nothing is saved", () => {
    const { compared, unknown, unsaved } = compareRun(run, reference("Time,z,a\n0,1,1\n0.25,1,1\n"), sixDigits);
    expect(unknown).toEqual(["z"]);
    expect(unsaved).toEqual([0.25]);
    expect(compared.map(({ name, points }) => [name, points])).toEqual([["a", 1]]);
  });

  test("tells NaN from a number, and from nothing", () => {
    const wild = { ...run, columns: [Float64Array.of(Number.NaN, 2, 3), run.columns[1]!] };
    expect(compareRun(wild, reference("Time,a\n0,1\n0.5,2\n"), sixDigits).compared[0]!.differing).toBe(1);
  });
});
