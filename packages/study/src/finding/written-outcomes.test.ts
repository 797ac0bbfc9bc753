import { readerOf, runEnsemble } from "@sequitur/ensemble";
import { expect, test } from "vitest";
import { planStudy } from "../plan/plan-study.ts";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { type Outcomes, outcomesOf } from "./outcomes.ts";
import { readOutcomes, writeOutcomes } from "./written-outcomes.ts";

test("of a study they say in every future examined whether each claim that is tested holds", async () => {
  const plan = planStudy(readStudy(tinyStudy).value!, { futures: 1024 });
  const main = readerOf(await runEnsemble(plan.main.job, { threads: 0 }));
  const { futures, rows, claims } = await outcomesOf(plan, {
    main,
    past: undefined,
    hinges: undefined,
    reality: [],
  });
  expect([futures, rows.length]).toEqual([1024, 1024]);
  // A level of start + 10 inflow passes a hundred, worked out from the inputs themselves.
  const [start, inflow] = [await main.input(0), await main.input(1)];
  const wanted = Array.from(start, (_, i) => Number(start[i]! + 10 * inflow[i]! > 100));
  expect([...claims.find(({ id }) => id === "above-hundred")!.holds]).toEqual(wanted);
});

const size = 1000;
const outcomes: Outcomes = {
  futures: 2 * size + 3,
  rows: Uint32Array.from({ length: size }, (_, i) => 2 * i + 1),
  claims: [
    {
      id: "a",
      holds: Uint8Array.from({ length: size }, (_, i) => Number(i % 3 === 0)),
      margin: Float64Array.from({ length: size }, (_, i) => ((i * 7) % size) - 400),
    },
    { id: "b", holds: new Uint8Array(size).fill(1), margin: new Float64Array(size).fill(5) },
  ],
};

test("as text and back: rows and what holds exactly, margins to one part in 256 of the futures", () => {
  const read = readOutcomes(JSON.parse(JSON.stringify(writeOutcomes(outcomes, "digest"))));
  expect(read).toMatchObject({ findings: "digest", futures: outcomes.futures, rows: outcomes.rows });
  expect(read.claims.map(({ id, holds }) => [id, holds])).toEqual(outcomes.claims.map(({ id, holds }) => [id, holds]));
  for (const [i, margin] of outcomes.claims[0]!.margin.entries())
    expect(Math.abs(read.claims[0]!.margin[i]! - margin)).toBeLessThanOrEqual(size / 256);
  expect(read.claims[1]!.margin).toEqual(outcomes.claims[1]!.margin);
});

test("no future examined, or fewer than there are parts", () => {
  const few = {
    futures: 3,
    rows: Uint32Array.of(2),
    claims: [{ id: "a", holds: Uint8Array.of(1), margin: Float64Array.of(0.25) }],
  };
  expect(readOutcomes(writeOutcomes(few, ""))).toEqual({ findings: "", ...few });
  const none = { futures: 9, rows: new Uint32Array(0), claims: [] };
  expect(readOutcomes(writeOutcomes(none, ""))).toEqual({ findings: "", ...none });
});
