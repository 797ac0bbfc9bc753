import { assert, integer, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyStudy } from "../tiny-study.ts";
import { readStudy } from "./read-study.ts";

const errors = (files: ReadonlyMap<string, string>) =>
  readStudy(files).diagnostics.filter(({ severity }) => severity === "error");

/** The tiny study with `from` in a file replaced by `to`, and the faults found in it, each with what it stands at. */
function faultsWith(file: string, from: string, to: string): readonly (readonly [string, string, number])[] {
  const text = tinyStudy.get(file)!;
  expect(text).toContain(from);
  const changed = text.replace(from, to.replaceAll(/[«»]/g, ""));
  return readStudy(new Map(tinyStudy).set(file, changed)).diagnostics.map(({ code, span }) => [
    code,
    span.source.text.slice(span.start, span.end),
    span.start,
  ]);
}

test("a study without faults is read whole, in the order of its files", () => {
  const { value, diagnostics } = readStudy(tinyStudy);
  expect(diagnostics).toEqual([]);
  expect(
    value!.uncertainties.map(({ id, variable, value: own, low, high, assumed }) => [
      id,
      variable,
      own,
      low,
      high,
      assumed,
    ]),
  ).toEqual([
    ["start", "Start", 50, 0, 100, false],
    ["inflow", "Inflow", 5, 0, 10, true],
    ["noise", "Noise", 1, 1, 2, true],
  ]);
  expect(value!.claims.map(({ id }) => id)).toEqual([
    "above-hundred",
    "boost-raises",
    "boost-lowers",
    "grows-by-half",
    "is-right",
  ]);
  expect(value!.history[0]).toMatchObject({ times: [0, 4], values: [48, 71.5], variable: "Level" });
  expect(value!.policies[1]!.set).toEqual([{ lever: "extra", value: 5 }]);
  expect([value!.futures, value!.seed]).toEqual([16384, 1]);
});

test("a model takes what stands in text files of its study", () => {
  const model = tinyStudy.get("model/level.mdl")!;
  const read = model.replace("Inflow = 5", "Inflow = GET DIRECT CONSTANTS('..\\\\data/flows.csv', ',', 'B2')");
  const files = new Map(tinyStudy)
    .set("model/level.mdl", read.replace("Echo =", "Other ~~|\nEcho = 0 * Other +"))
    .set("data/flows.csv", ",flow\nin,7\n")
    .set("model/level.dat", "Other\n0 1\n");
  const { value, diagnostics } = readStudy(files);
  expect(diagnostics).toEqual([]);
  expect(value!.uncertainties.find(({ id }) => id === "inflow")?.value).toBe(7);
});

test("what a reference leaves out is as on the left", () => {
  const test = readStudy(tinyStudy).value!.claims[3]!.testing;
  expect(test).toMatchObject({
    test: {
      kind: "any",
      parts: [
        {
          left: { policy: "as-is", figure: { reduce: "at", from: 10 } },
          right: { measure: "level", policy: "as-is", figure: { reduce: "at", from: 0, to: 0 } },
          by: { kind: "fraction", value: 0.5 },
        },
        { kind: "not", part: { limit: 100 } },
      ],
    },
  });
});

describe("a fault between the files is reported at its place", () => {
  for (const [what, file, from, to, code] of [
    ["a variable misspelt", "study.yaml", "variable: Extra", "variable: «Exta»", "unknown-element"],
    [
      "a lever that is computed",
      "study.yaml",
      "variable: Extra, label: Extra, unit: item/Month",
      "variable: «Echo», label: Extra, unit: item",
      "not-a-constant",
    ],
    ["another unit than the model's", "study.yaml", "unit: item, spread", "unit: «item/Month», spread", "wrong-unit"],
    ["what is no unit", "study.yaml", "unit: item, spread", "unit: «item//», spread", "bad-unit"],
    ["another unit of time", "study.yaml", "unit: Month,", "unit: «Year»,", "wrong-time-unit"],
    [
      "a constant set twice",
      "study.yaml",
      "noise: { variable: Noise, label: Noise, unit: dmnl, spread: { uniform: [1, 2] }",
      "noise: { variable: «inflow», label: Noise, unit: item/Month, spread: { uniform: [1, 6] }",
      "set-twice",
    ],
    ["a time after the end", "study.yaml", "figure: { at: 10 }", "figure: { at: «11» }", "outside-run"],
    ["a decision before the beginning", "study.yaml", "decision: 1", "decision: «-1»", "outside-run"],
    ["a period that ends first", "study.yaml", "change: [0, 10]", "change: [«10», 0]", "period-order"],
    [
      "a range without grounds",
      "study.yaml",
      "  extra: { variable: Extra, label: Extra, unit: item/Month, low: 0, high: 10, assumed: true }",
      "  «extra»: { variable: Extra, label: Extra, unit: item/Month, low: 0, high: 10 }",
      "no-grounds",
    ],
    ["a range that falls", "study.yaml", "low: 0, high: 10", "low: «10», high: 0", "range-order"],
    [
      "a structure without a rival",
      "study.yaml",
      "unit: dmnl, spread: { uniform: [1, 2] }",
      "unit: dmnl, spread: { «rivals»: { one: { value: 1, label: One } } }",
      "bad-value",
    ],
    [
      "a spread that falls",
      "study.yaml",
      "spread: { uniform: [0, 100] }",
      "«spread»: { uniform: [100, 0] }",
      "bad-spread",
    ],
    ["a range in words that is none", "study.yaml", "{ uniform: [0, 100] }", "«5 until 9»", "bad-value"],
    ["a range in words that falls", "study.yaml", "spread: { uniform: [0, 100] }", "«spread»: 9 to 5", "bad-spread"],
    [
      "a cut that leaves nothing",
      "study.yaml",
      "spread: { uniform: [0, 100] }",
      "«spread»: { uniform: [0, 100], within: { low: 200 } }",
      "bad-spread",
    ],
    ["a cut of nothing", "study.yaml", "spread: { uniform: [0, 100] }", "«spread»: { within: { low: 20 } }", "one-of"],
    [
      "a correlation with what is not there",
      "study.yaml",
      "measures:",
      "correlations: [{ between: [start, «inflw»], rank: 0.5, assumed: true }]\nmeasures:",
      "unknown-id",
    ],
    [
      "correlations that cannot hold together",
      "study.yaml",
      "measures:",
      "«correlations»:\n  - { between: [start, inflow], rank: 0.9, assumed: true }\n  - { between: [inflow, noise], rank: 0.9, assumed: true }\n  - { between: [start, noise], rank: -0.9, assumed: true }\nmeasures:",
      "bad-spread",
    ],
    [
      "a correlation without grounds",
      "study.yaml",
      "measures:",
      "correlations: [«{ between: [start, inflow], rank: 0.5 }»]\nmeasures:",
      "no-grounds",
    ],
    [
      "a source that is not there",
      "study.yaml",
      "sources: [book] }\n  inflow",
      "sources: [«bok»] }\n  inflow",
      "unknown-id",
    ],
    ["a lever that is not there", "study.yaml", "set: { extra: 5 }", "set: { «exta»: 5 }", "unknown-id"],
    ["a lever out of its range", "study.yaml", "set: { extra: 5 }", "set: { extra: «50» }", "outside-range"],
    ["a baseline that is not there", "study.yaml", "baseline: as-is", "baseline: «as-it-is»", "unknown-id"],
    [
      "a model's value out of the range",
      "study.yaml",
      "uniform: [0, 100]",
      "uniform: [60, 100]",
      "model-outside-range",
    ],
    ["a table that is not there", "study.yaml", "history/seen.csv", "«history/sen.csv»", "missing-file"],
    ["a model that is not there", "study.yaml", "model/level.mdl", "«model/levels.mdl»", "missing-file"],
    [
      "a measure that is not there",
      "claims.yaml",
      "measure: level, under: boost, is: higher",
      "measure: «levl», under: boost, is: higher",
      "unknown-id",
    ],
    [
      "a policy that is not there",
      "claims.yaml",
      "under: boost, is: higher",
      "under: «bost», is: higher",
      "unknown-id",
    ],
    [
      "a limit without its unit",
      "claims.yaml",
      "limit: 100 item }\n  boost",
      "limit: «100» }\n  boost",
      "amount-without-unit",
    ],
    [
      "a limit in another unit",
      "claims.yaml",
      "limit: 100 item }\n  boost",
      "limit: «100 Month» }\n  boost",
      "wrong-unit",
    ],
    ["a limit that is a share", "claims.yaml", "limit: 100 item }\n  boost", "limit: «100 %» }\n  boost", "bad-amount"],
    ["an amount below nothing", "claims.yaml", "by: 49 item", "by: «-49 item»", "bad-amount"],
    [
      "a comparison with itself",
      "claims.yaml",
      "under: boost, is: lower, than: { under: as-is }",
      "under: boost, is: lower, «than»: { under: boost }",
      "same-operands",
    ],
    [
      "measures of other units",
      "claims.yaml",
      "under: boost, is: lower, than: { under: as-is }",
      "under: boost, is: lower, «than»: { figure: { total: [0, 10] } }",
      "measures-differ",
    ],
    ["an answer that is not there", "claims.yaml", "answer: boost-lowers", "answer: «bost-lowers»", "unknown-id"],
    [
      "evidence that is not there",
      "claims.yaml",
      "agreement: agreed, sources: [book]",
      "agreement: agreed, sources: [«boo»]",
      "unknown-id",
    ],
  ] as const)
    test(what, () => {
      const start = to.indexOf("«");
      const at = tinyStudy.get(file)!.indexOf(from) + start;
      const marked = to.slice(start + 1, to.indexOf("»"));
      const found = faultsWith(file, from, to);
      expect(found.map(([each]) => each)).toEqual([code]);
      if (start >= 0) expect(found[0]!.slice(1)).toEqual([marked, at]);
    });
});

test("a warning does not stand in the way, an error does", () => {
  const study = tinyStudy.get("study.yaml")!;
  const warned = new Map(tinyStudy).set("study.yaml", study.replace("uniform: [0, 100]", "uniform: [60, 100]"));
  expect(readStudy(warned).value).toBeDefined();
  const wrong = new Map(tinyStudy).set("study.yaml", study.replace("baseline: as-is", "baseline: none"));
  expect(readStudy(wrong).value).toBeUndefined();
});

test("claims that cannot be read do not hide what is wrong elsewhere", () => {
  const study = tinyStudy.get("study.yaml")!.replace("baseline: as-is", "baseline: none");
  const files = new Map(tinyStudy).set("study.yaml", study).set("claims.yaml", "claims: 3\n");
  expect(errors(files).map(({ code }) => code)).toEqual(["wrong-type", "unknown-id"]);
});

test("a missing file is named", () => {
  for (const file of ["study.yaml", "claims.yaml", "sources.yaml"]) {
    const files = new Map(tinyStudy);
    files.delete(file);
    expect(errors(files).map(({ code, facts }) => [code, facts.file])).toEqual([["missing-file", file]]);
  }
});

test("whatever stands in a file, reading it never throws, and a study is given or an error", () => {
  const names = [...tinyStudy.keys()];
  assert(
    property(
      integer({ min: 0, max: names.length - 1 }),
      integer({ min: 0, max: 2000 }),
      integer({ min: 0, max: 30 }),
      string(),
      (file, at, length, text) => {
        const name = names[file]!;
        const old = tinyStudy.get(name)!;
        const files = new Map(tinyStudy).set(name, old.slice(0, at) + text + old.slice(at + length));
        const { value, diagnostics } = readStudy(files);
        expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      },
    ),
  );
});
