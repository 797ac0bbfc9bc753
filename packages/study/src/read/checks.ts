import { type CheckYaml, everyPolicy } from "../schema/check.ts";
import type { TestYaml } from "../schema/test.ts";
import { report } from "./diagnostics.ts";
import type { Reading } from "./reading.ts";
import type { Check, Measure } from "./study.ts";
import { testOf } from "./test.ts";
import { keySpan, type Part } from "./yaml-file.ts";

/** What must hold in every future. One whose test cannot be made out is left out, and reported. */
export function checksOf(reading: Reading, measures: readonly Measure[]): readonly Check[] {
  const { file, data } = reading.study;
  const policies = Object.keys(data.policies);
  if (Object.hasOwn(data.policies, everyPolicy)) {
    const at = keySpan({ file, path: ["policies", everyPolicy] });
    reading.found.push(report("bad-id", at, { name: everyPolicy }));
  }
  return Object.entries(data.checks).flatMap(([id, yaml]) => {
    const tests = testsOf(reading, measures, yaml, policies, { file, path: ["checks", id, "test"] });
    return tests.length === 0 ? [] : [{ id, says: yaml.says, tests }];
  });
}

/** One a policy where the test is of every policy, else one; none where something in it stands for nothing. */
function testsOf(
  reading: Reading,
  measures: readonly Measure[],
  { test }: CheckYaml,
  policies: readonly string[],
  at: Part,
): Check["tests"] {
  const asked = isOfEvery(test) ? policies : [undefined];
  const tests: Check["tests"][number][] = [];
  for (const policy of asked) {
    const own = policy === undefined ? test : underPolicy(test, policy);
    const read = testOf(reading, measures, own, at);
    // The others would be reported for the same.
    if (read === undefined) return [];
    tests.push({ policy, test: read });
  }
  return tests;
}

function isOfEvery(test: TestYaml): boolean {
  if ("all" in test) return test.all.some(isOfEvery);
  if ("any" in test) return test.any.some(isOfEvery);
  return "not" in test ? isOfEvery(test.not) : test.under === everyPolicy;
}

function underPolicy(test: TestYaml, policy: string): TestYaml {
  if ("all" in test) return { all: test.all.map((part) => underPolicy(part, policy)) };
  if ("any" in test) return { any: test.any.map((part) => underPolicy(part, policy)) };
  if ("not" in test) return { not: underPolicy(test.not, policy) };
  return test.under === everyPolicy ? { ...test, under: policy } : test;
}
