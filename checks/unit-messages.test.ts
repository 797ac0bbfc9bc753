import { readModel } from "@sequitur/model";
import { expect, test } from "vitest";
import { sharedModels, sharedText } from "./conformance/shared-models.ts";

// A message about units must be right or silent. These are all of them over the shared models, each judged by hand.
const right: Readonly<Record<string, readonly [count: number, why: string]>> = {
  "tests/forecast/test_forecast.mdl": [
    3,
    "numbers stand in an equation for widgets a month, beside a sine, which has no unit",
  ],
  "tests/subscript_copy/test_subscript_copy.mdl": [1, "a stock and its rate are both said to be pure numbers"],
  "tests/subscript_copy/test_subscript_copy2.mdl": [1, "a stock and its rate are both said to be pure numbers"],
  "tests/subscript_mapping_simple/test_subscript_mapping_simple.mdl": [
    3,
    "a year in a rate, a month in the run; and a rate in pure numbers",
  ],
  "tests/subscript_mapping_vensim/test_subscript_mapping_vensim.mdl": [2, "a year in a rate, a month in the run"],
};

const models = sharedModels();
if (models.length === 0) test.skip("messages about units (skipped: no ../shared/conformance beside the repository)");

test.skipIf(models.length === 0)("no message about units over the shared models is a false alarm", () => {
  const counts = models.flatMap(({ path }) => {
    const { diagnostics } = readModel(sharedText(path));
    const count = diagnostics.filter(({ code }) => /unit/u.test(code)).length;
    return count === 0 ? [] : [[path, count] as const];
  });
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(Object.entries(right).map(([path, [count]]) => [path, count])),
  );
});
