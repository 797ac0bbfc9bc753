import { expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { runStudy } from "./run-study.ts";

const timed = tinyStudy.get("study.yaml")!.replace("decision: 1 }", "decision: 1, horizons: [1, 4, 9] }");
// An effect that turns round: what a policy adds is taken away again, twice over, from the fourth month on.
const turning = tinyStudy
  .get("model/level.mdl")!
  .replace("INTEG(Inflow + Extra, Start)", "INTEG(Inflow + Extra - STEP(3 * Extra, 4), Start)");
const claims = `claims:
  twenty-more:
    says: The boost adds 20.
    side: for
    who: A book
    source: book
    test: { measure: level, under: boost, is: higher, than: { under: as-is }, by: 20 item }
  in-the-end:
    says: The level ends above a hundred.
    side: describes
    who: A book
    source: book
    test: { measure: level, under: as-is, is: above, limit: 100 item }
  late-mean:
    says: The level is high later on.
    side: describes
    who: A book
    source: book
    test: { measure: level, under: as-is, figure: { mean: [5, 10] }, is: above, limit: 50 item }
`;
const files = new Map(tinyStudy).set("study.yaml", timed).set("claims.yaml", claims);
const courseOf = async (id: string, study: ReadonlyMap<string, string> = files) =>
  (await runStudy(readStudy(study).value!, { futures: 512 })).claims.find((claim) => claim.id === id)!.course;

// The boost adds 5 a month from the start on: 10 a month after the decision, 25 after four, 50 at the end.
test("a test is asked at each horizon", async () => {
  const course = (await courseOf("twenty-more"))!;
  expect(course.shares.map(({ after, share, verdict }) => [after, share, verdict])).toEqual([
    [1, 0, "none"],
    [4, 1, "all"],
    [9, 1, "all"],
  ]);
  expect(course.turns).toBe(true);
});

test("the effect that it is about appears, and stays", async () => {
  const { effect } = (await courseOf("twenty-more"))!;
  expect(effect).toMatchObject({ policy: "boost", measure: "level", appears: 1, reverses: null });
  expect(effect!.at.map(({ higher, lower }) => [higher > 0.9, lower])).toEqual([
    [true, 0],
    [true, 0],
    [true, 0],
  ]);
  for (const { after, change } of effect!.at) expect(change.p50).toBeCloseTo(5 * (1 + after), 9);
});

test("or reverses: 20 are added in four months, and 10 taken off in each one after", async () => {
  const { effect } = (await courseOf("twenty-more", new Map(files).set("model/level.mdl", turning)))!;
  expect(effect).toMatchObject({ appears: 1, reverses: 9 });
  expect(effect!.at.map(({ change }) => Math.round(change.p50))).toEqual([10, 10, -40]);
});

test("a test of the baseline alone has shares and no effect", async () => {
  const course = (await courseOf("in-the-end"))!;
  expect(course.effect).toBeNull();
  // start + 10 inflow is above 100 in half of the futures; after two months, start + 2 inflow above 100 in one of ten.
  expect(course.shares[0]!.share).toBeCloseTo(0.1, 1);
  expect(course.shares[2]!.share).toBeCloseTo(0.5, 1);
});

test("one about a period of its own has no course, nor has a study without horizons", async () => {
  expect(await courseOf("late-mean")).toBeNull();
  expect(await courseOf("twenty-more", new Map(files).set("study.yaml", tinyStudy.get("study.yaml")!))).toBeNull();
});
