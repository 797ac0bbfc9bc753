import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import { source } from "../source/source.ts";
import { expectFaults, modelOf, xmileOf } from "../testing/small-model.ts";
import { unitText } from "./algebra.ts";
import { readUnit } from "./read-unit.ts";

for (const [what, equations, ...codes] of [
  ["a sum of two units", "a = 1 ~ m ~| b = 1 ~ s ~| c = «a + b» ~ m ~|", "different-units"],
  [
    "a comparison of two units",
    "a = 1 ~ m ~| b = 1 ~ s ~| c = IF THEN ELSE(«a > b», 1, 2) ~ Dmnl ~|",
    "different-units",
  ],
  ["a right side that is not the left", "a = 1 ~ m ~| b = Time ~ Month ~| c = «a / b» ~ m ~|", "equation-units"],
  ["a rate that is not per time", "a = 1 ~ m*Month ~| s = INTEG(«a», 0) ~ m ~|", "rate-units"],
  ["a beginning in another unit", "a = 1 ~ s ~| s1 = INTEG(0, «a») ~ m ~|", "initial-units"],
  ["a logarithm of a length", "a = 1 ~ m ~| b = LN(«a») ~ Dmnl ~|", "needs-pure-number"],
  ["a delay by a length", "a = 1 ~ m ~| b = SMOOTH(a, «a») ~ m ~|", "needs-time"],
  ["a step at a length", "a = 1 ~ m ~| b = STEP(a, «a») ~ m ~|", "needs-time"],
  ["a root", "a = 1 ~ m ~| b = «SQRT(a)» ~ m ~|", "equation-units"],
  ["a memory's unit", "a = 1 ~ m ~| b = «SMOOTH(a, 3)» ~ s ~|", "equation-units"],
  ["an INITIAL's unit", "a = 1 ~ m ~| b = «INITIAL(a) * 2» ~ s ~|", "equation-units"],
  ["a lookup's unit", "f((0,0),(1,1)) ~ m ~| b = «f(Time)» ~ s ~|", "equation-units"],
  ["a unit that cannot be read", "a = 1 ~ «m//s» ~|", "unreadable-unit"],
  ["metres and milliseconds", "a = 1 ~ m ~| b = «a» ~ ms ~|", "equation-units"],
  ["one fault is said once", "a = 1 ~ m ~| b = 1 ~ s ~| c = LN(«a + b») * a ~ m ~|", "different-units"],
] as const)
  test(what, () => expectFaults(equations, ...codes));

for (const [what, equations] of [
  ["numbers take the unit that is asked for", "a = 1 ~ m ~| b = MAX(0, a - 3) + 2 ~ m ~|"],
  ["numbers are pure as factors", "a = 1 ~ m ~| b = 2 * a / 3 ~ m ~|"],
  ["what has no unit is held to none", "a = 1 ~~| b = 1 ~ s ~| c = a + b ~ s ~| d = a * b ~ m ~|"],
  ["a rate per time", "a = 1 ~ m/Month ~| s = INTEG(a, 0) ~ m ~|"],
  ["synonyms", "a = 1 ~ person/Months ~| s = INTEG(a, 0) ~ People ~|"],
  ["a plural", "a = 1 ~ Fox ~| b = a * 2 ~ Foxes ~| c = 1 ~ Minute ~| d = c ~ Minutes ~|"],
  ["a power", "a = 1 ~ m ~| b = a ^ 2 ~ m*m ~| c = SQRT(b) ~ m ~|"],
  ["a ramp of a plain slope", "a = 1 ~ m ~| b = a + RAMP(2, 1, 5) ~ m ~|"],
  ["a delay", "a = 1 ~ m ~| t = 2 ~ Month ~| b = DELAY3(a, t) ~ m ~| c = DELAY N(a, t, a, 2) ~ m ~|"],
  ["growth", "a = 1 ~ m ~| b = TREND(a, 2, 0) ~ 1/Month ~| c = FORECAST(a, 2, 3) ~ m ~|"],
  ["a sum over elements", "D: p, q ~~| a[D] = 1 ~ m ~| b = SUM(a[D!]) ~ m ~|"],
] as const)
  test(`nothing to say: ${what}`, () => expect(() => modelOf(equations)).not.toThrow());

test("nothing to say: a time unit that nobody has chosen", () => {
  const variables = `<aux name="t"><eqn>2</eqn><units>days</units></aux><aux name="a"><eqn>8</eqn><units>people</units></aux>
<flow name="f"><eqn>a / t</eqn><units>people/Time</units></flow>`;
  const text = xmileOf(variables).replace("<sim_specs>", '<sim_specs time_units="Time">');
  expect(readModel(source("small.xmile", text)).diagnostics).toEqual([]);
  const chosen = text.replace('time_units="Time"', 'time_units="Months"').replace("people/Time", "people/Months");
  expect(readModel(source("small.xmile", chosen)).diagnostics.map(({ code }) => code)).toEqual(["equation-units"]);
});

test("a model's variables have their units, and others can be read in its names", () => {
  const model = modelOf("a = 1 ~ person/Month ~|");
  const { units } = model.variables.find(({ name }) => name === "a")!;
  expect(unitText(units!)).toBe("person/Month");
  expect(readUnit(model, "People/Months")).toEqual(units);
  expect(readUnit(model, "person//Month")).toBeUndefined();
});
