import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { runStudy } from "./run-study.ts";

// Growth and decay of one stock are linear in it, so each has the part of its rate (Schoenberg 2020): 0.1 × noise against 0.15, and
// noise is even over 1 to 2, so growth leads in half of the futures. The echo is in no loop, and is moved by what moves the level.
const model = tinyStudy
  .get("model/level.mdl")!
  .replace("INTEG(Inflow + Extra, Start)", "INTEG(Inflow + Extra + Growth - Decay, Start)")
  .replace(
    "Inflow = 5",
    "Growth = Level * Noise / 10\n\t~	item/Month\n\t~	.	|\nDecay = 0.15 * Level\n\t~	item/Month\n\t~	.	|\nInflow = 5",
  );
const study = tinyStudy.get("study.yaml")!.replace("{ variable: Level, label: Level", "{ variable: Echo, label: Level");
const files = new Map(tinyStudy).set("model/level.mdl", model).set("study.yaml", study);

describe("a level with growth and decay", async () => {
  const findings = await runStudy(readStudy(files).value!, { futures: 256, threads: 0 });
  const { driver } = findings.claims.find(({ id }) => id === "above-hundred")!;

  test("has two loops, of which each leads in half of the futures followed, at all times", () => {
    expect(findings.feedback).toMatchObject({ futures: 64, complete: true });
    const [first, second] = findings.feedback!.loops.toSorted((a, b) => a.reinforcing - b.reinforcing);
    expect([first, second]).toEqual([
      { variables: ["Level", "Decay"], reinforcing: 0 },
      { variables: ["Level", "Growth"], reinforcing: 1 },
    ]);
    expect(driver!.loops.map(({ leads }) => leads)).toEqual([0.5, 0.5]);
    expect(driver).toMatchObject({ policy: "as-is", measure: "level", quiet: 0 });
    expect(driver!.when.map(({ share }) => share)).toEqual(findings.feedback!.times.map(() => 0.5));
  });

  test("each with the part of its rate, on average", () => {
    // E x / (x + 3/2) over 1 to 2, x the noise: 1 - 3/2 ln(7/5).
    const growth = driver!.loops.find(({ loop }) => findings.feedback!.loops[loop]!.reinforcing === 1)!;
    expect(growth.part).toBeCloseTo(1 - 1.5 * Math.log(3.5 / 2.5), 2);
  });

  test("a claim that no one tests has no driver", () =>
    expect(findings.claims.find(({ id }) => id === "is-right")!.driver).toBeNull());
});

describe("two models of which one grows and the other decays", async () => {
  const loop = (sign: string) =>
    tinyStudy
      .get("model/level.mdl")!
      .replace("INTEG(Inflow + Extra, Start)", `INTEG(Inflow + Extra ${sign} Change, Start)`)
      .replace("Inflow = 5", "Change = Level / 10\n\t~\titem/Month\n\t~\t.\t|\nInflow = 5");
  const rivals = `models:
  id: structure
  label: What comes of a level
  assumed: true
  rivals: { grows: { file: model/level.mdl, label: Grows }, decays: { file: model/decay.mdl, label: Decays } }
time:`;
  const both = new Map(tinyStudy)
    .set("study.yaml", tinyStudy.get("study.yaml")!.replace("time:", rivals))
    .set("model/level.mdl", loop("+"))
    .set("model/decay.mdl", loop("-"));
  const { feedback, rivalFeedback, claims } = await runStudy(readStudy(both).value!, { futures: 256, threads: 0 });

  test("have loops each of its own", () => {
    expect(feedback).toBeNull();
    expect(rivalFeedback.map(({ rival, futures, loops }) => ({ rival, futures, loops }))).toEqual([
      { rival: "grows", futures: 64, loops: [{ variables: ["Level", "Change"], reinforcing: 1 }] },
      { rival: "decays", futures: 64, loops: [{ variables: ["Level", "Change"], reinforcing: 0 }] },
    ]);
  });

  test("and a claim's measure is driven within each by that one", () => {
    const { driver, structures } = claims.find(({ id }) => id === "above-hundred")!;
    expect(driver).toBeNull();
    expect(structures[0]!.rivals.map(({ rival, driver }) => [rival, driver!.loops])).toEqual([
      ["grows", [{ loop: 0, leads: 1, part: 1 }]],
      ["decays", [{ loop: 0, leads: 1, part: 1 }]],
    ]);
  });
});

test("a model without loops has nothing to follow", async () => {
  const findings = await runStudy(readStudy(tinyStudy).value!, { futures: 64, threads: 0 });
  expect([findings.feedback, ...findings.claims.map(({ driver }) => driver)].every((one) => one === null)).toBe(true);
});
