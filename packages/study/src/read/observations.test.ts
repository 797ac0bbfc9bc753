import { source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { readObservations } from "./observations.ts";

test("a table of observations, however its lines end", () => {
  const { value, diagnostics } = readObservations(
    source("seen.csv", '"time","value"\r\n2013,3105\r\n\r\n2014.5, -5.5e3\r\n'),
  );
  expect(value).toEqual({ times: [2013, 2014.5], values: [3105, -5500] });
  expect(diagnostics).toEqual([]);
});

describe("a fault stands at its line", () => {
  for (const [what, text] of [
    ["other columns", "«year,value»\n2013,1\n"],
    ["no value", "time,value\n2013,1\n«2014»\n"],
    ["an empty cell", "time,value\n«2013,»\n2014,1\n"],
    ["a word", "time,value\n«2013,many»\n"],
    ["a hexadecimal number", "time,value\n«2013,0x10»\n"],
    ["a third cell", "time,value\n«2013,1,2»\n"],
    ["times that fall", "time,value\n2014,1\n«2013,1»\n"],
    ["a time twice", "time,value\n2014,1\n«2014,2»\n"],
  ] as const)
    test(what, () => {
      const { diagnostics } = readObservations(source("seen.csv", text.replaceAll(/[«»]/g, "")));
      expect(diagnostics.map(({ code, span }) => [code, span.start, span.end])).toEqual([
        ["bad-table", text.indexOf("«"), text.indexOf("»") - 1],
      ]);
    });
  test("an empty file", () =>
    expect(readObservations(source("seen.csv", "")).diagnostics.map(({ code }) => code)).toEqual(["bad-table"]));
});
