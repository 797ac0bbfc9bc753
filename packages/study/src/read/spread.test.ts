import { expect, test } from "vitest";
import { spreadSchema } from "../schema/spread.ts";
import { distributionOf } from "./spread.ts";

for (const [yaml, want] of [
  ["5 to 9", { kind: "interval", low: 5, high: 9 }],
  [" -1.5 to 2e3 ", { kind: "interval", low: -1.5, high: 2000 }],
  [{ interval: [5, 9] }, { kind: "interval", low: 5, high: 9 }],
  [
    { interval: [5, 9], within: { high: 8 } },
    { kind: "interval", low: 5, high: 9, within: { high: 8 } },
  ],
  [
    { pert: [1, 2, 3], within: { low: 1.5, high: 2.5 } },
    { kind: "pert", low: 1, mode: 2, high: 3, within: { low: 1.5, high: 2.5 } },
  ],
  [{ empirical: [3, 1, 2] }, { kind: "empirical", values: [3, 1, 2] }],
  [
    { choice: [3, 1], within: {} },
    { kind: "categorical", values: [3, 1], within: {} },
  ],
] as const)
  test(JSON.stringify(yaml), () => expect(distributionOf(spreadSchema.parse(yaml))).toEqual(want));

for (const text of ["5", "5 to", "to 9", "5 to 9 to 12", "five to nine", "1.2.3 to 4", ""])
  test(`"${text}" is no range`, () => expect(spreadSchema.safeParse(text).success).toBe(false));
