import { existsSync, readFileSync } from "node:fs";
import { inputTable, primTrajectory } from "@sequitur/analysis";
import { expect, test } from "vitest";

// The trajectory of another implementation (EMA Workbench 3.0, peel_alpha 0.05, mass_min 0.05) over the same 1,000 futures.
const folder = new URL("../../shared/reference/", import.meta.url);
const present = existsSync(new URL("prim-data.csv", folder));
const title = present ? "" : " (skipped: no ../shared/reference beside the repository)";

test.skipIf(!present)(`PRIM peels as EMA Workbench does${title}`, () => {
  const columns = columnsOf("prim-data.csv");
  const want = columnsOf("prim-trajectory-ema.csv");
  const futures = { table: inputTable(columns.slice(0, 6)), interest: Uint8Array.from(columns[6]!) };
  const boxes = primTrajectory(futures);
  expect(boxes).toHaveLength(want[0]!.length);
  for (const [step, box] of boxes.entries()) {
    const found = [box.coverage, box.density, box.mass, box.limits.length];
    for (const [i, column] of want.slice(1).entries()) expect(found[i], `step ${step}`).toBeCloseTo(column[step]!, 10);
  }
  const limits = boxes[31]!.limits;
  expect(limits.find(({ input }) => input === 0)!.low).toBeCloseTo(0.5181, 4);
  expect(limits.find(({ input }) => input === 3)!.high).toBeCloseTo(0.4097, 4);
});

function columnsOf(name: string): readonly Float64Array[] {
  const [head, ...rows] = readFileSync(new URL(name, folder), "utf8").trim().split("\n");
  return head!.split(",").map((_, i) => Float64Array.from(rows, (row) => Number(row.split(",")[i])));
}
