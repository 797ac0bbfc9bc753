import { expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { givenInputs } from "./given-inputs.ts";

const study = readStudy(tinyStudy).value!;
const given = (columns: Readonly<Record<string, readonly number[]>>) =>
  givenInputs(study, new Map(Object.entries(columns)));

test("a column is found by the uncertainty's id, or by the constant's name", () =>
  expect(given({ start: [1, 2], Inflow: [3, 4], noise: [1, 1] })).toEqual({
    inputs: [
      [1, 2],
      [3, 4],
      [1, 1],
    ],
  }));

test("a future that comes once under each policy, as in a run's own files, is one future", () =>
  expect(given({ scenario: [7, 8, 7, 8], start: [1, 2, 1, 2], inflow: [3, 4, 3, 4], noise: [1, 1, 1, 1] })).toEqual({
    inputs: [
      [1, 2],
      [3, 4],
      [1, 1],
    ],
  }));

test("a scenario that comes again with other inputs is another future", () =>
  expect(given({ scenario: [7, 7], start: [1, 2], inflow: [3, 3], noise: [1, 1] })).toEqual({
    inputs: [
      [1, 2],
      [3, 3],
      [1, 1],
    ],
  }));

test("a scenario may be called by a word", () =>
  expect(given({ scenario: [Number.NaN, Number.NaN], start: [1, 1], inflow: [3, 3], noise: [1, 1] })).toMatchObject({
    inputs: [
      [1, 1],
      [3, 3],
      [1, 1],
    ],
  }));

test("what gives no number for a future is named", () =>
  expect(given({ start: [1, Number.NaN], noise: [1, 1] })).toEqual({ missing: ["start", "inflow"] }));
