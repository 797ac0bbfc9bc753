import { expect, test } from "vitest";
import { unitText } from "./algebra.ts";
import { unitNamesOf } from "./unit-names.ts";
import { parseUnit } from "./unit-text.ts";

const units = (synonyms: readonly (readonly string[])[] = [], texts: readonly string[] = []) =>
  unitNamesOf({ synonyms, definitions: [], texts });

function shown(text: string, names = units()): string {
  const unit = parseUnit(text, names);
  return unit === undefined ? "unreadable" : unitText(unit);
}

for (const [what, text, want] of [
  ["a name", "widget", "widget"],
  ["a name of two words", "square_metre", "square metre"],
  ["nothing", "Dmnl", "Dmnl"],
  ["one", "1", "Dmnl"],
  ["a fraction", "widget/Month", "widget/Month"],
  ["one over", "1/Month", "1/Month"],
  ["from left to right", "a/b*c", "a*c/b"],
  ["twice below", "a/b/c", "a/(b*c)"],
  ["brackets", "a/(b*c)", "a/(b*c)"],
  ["a power", "kg*m^2/s^2", "kg*m^2/s^2"],
  ["a power by two stars", "m**2", "m^2"],
  ["a negative power", "m*s^-1", "m/s"],
  ["a power in brackets", "m^(2)", "m^2"],
  ["a root", "m^(1/2)", "m^0.5"],
  ["a power of brackets", "(m/s)^2", "m^2/s^2"],
  ["what cancels", "a*b/a", "b"],
  ["all that cancels", "a/a", "Dmnl"],
  ["signs alone", "/", "unreadable"],
  ["a sign too many", "a//b", "unreadable"],
  ["a bracket too few", "a/(b", "unreadable"],
  ["a bracket too many", "a/b)", "unreadable"],
  ["a number", "1000*kg", "unreadable"],
  ["a power that is a name", "m^n", "unreadable"],
  ["nothing at all", "", "unreadable"],
] as const)
  test(`unit text: ${what}`, () => expect(shown(text)).toBe(want));

for (const [what, synonyms, texts, text, want] of [
  ["every model knows Months", [], ["widget/Month"], "widget/months", "widget/Month"],
  ["as the model itself writes it", [], ["Months"], "Month", "Months"],
  ["the model's own synonyms", [["Widget", "Gadget"]], ["Gadget"], "widget", "Gadget"],
  [
    "synonyms that meet",
    [
      ["a", "b"],
      ["c", "b"],
    ],
    ["c"],
    "a",
    "c",
  ],
  ["synonyms that meet what every model knows", [["Human", "Person"]], ["Human"], "people", "Human"],
  ["case does not count", [], ["Widget"], "WIDGET", "Widget"],
  ["a plural is another unit", [], ["Fox"], "Foxes", "Foxes"],
] as const)
  test(`unit names: ${what}`, () => expect(shown(text, units(synonyms, texts))).toBe(want));

test("a unit defined by an equation is what the equation says", () => {
  const equation = {
    text: "kg*m^2/s^2",
    span: { source: { file: "", text: "", lineStarts: [0] }, start: 0, end: 0 },
    low: undefined,
    high: undefined,
    step: undefined,
  };
  const names = unitNamesOf({ synonyms: [["Joule", "J"]], definitions: [{ name: "Joule", equation }], texts: [] });
  expect(shown("J/s", names)).toBe("kg*m^2/s^3");
});
