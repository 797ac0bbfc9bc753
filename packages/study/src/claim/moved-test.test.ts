import { expect, test } from "vitest";
import { movedTest } from "./moved-test.ts";
import type { Operand, Test } from "./test.ts";

const operand = (figure: Operand["figure"]): Operand => ({ measure: "level", policy: "boost", figure, unit: "item" });
const at = (time: number) => operand({ reduce: "at", from: time, to: time });
const over = (reduce: "mean" | "total", from: number, to: number) => operand({ reduce, from, to });
const none = { kind: "fraction", value: 0.1 } as const;
const some = { kind: "amount", value: 5 } as const;
const time = { decision: 2 };

test.each<readonly [string, Test, Test | undefined]>([
  ["a value at a time", { kind: "above", left: at(8), limit: 3 }, { kind: "above", left: at(7), limit: 3 }],
  [
    "a mean since the decision",
    { kind: "lower", left: over("mean", 2, 9), right: over("mean", 2, 9), by: none },
    { kind: "lower", left: over("mean", 2, 7), right: over("mean", 2, 7), by: none },
  ],
  [
    "against what was before the decision",
    { kind: "higher", left: at(9), right: at(1), by: some },
    { kind: "higher", left: at(7), right: at(1), by: some },
  ],
  ["a period that begins later", { kind: "above", left: over("mean", 4, 9), limit: 1 }, undefined],
  ["an amount that a total is to reach", { kind: "above", left: over("total", 2, 9), limit: 24 }, undefined],
  [
    "an amount by which totals differ",
    { kind: "within", left: over("total", 2, 9), right: over("total", 2, 9), by: some },
    undefined,
  ],
  [
    "a share by which totals differ, inside other words",
    { kind: "not", part: { kind: "lower", left: over("total", 2, 9), right: over("total", 2, 9), by: none } },
    { kind: "not", part: { kind: "lower", left: over("total", 2, 7), right: over("total", 2, 7), by: none } },
  ],
  [
    "all, where one part cannot be moved",
    {
      kind: "all",
      parts: [
        { kind: "above", left: at(8), limit: 3 },
        { kind: "below", left: over("mean", 4, 9), limit: 1 },
      ],
    },
    undefined,
  ],
])("five after a decision at 2: %s", (_, before, after) => {
  expect(movedTest(before, time, 5)).toEqual(after);
});
