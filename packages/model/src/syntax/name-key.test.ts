import { expect, test } from "vitest";
import { nameKey } from "./name-key.ts";

for (const [what, a, b] of [
  ["case", "Cartel Members", "cartel members"],
  ["an underscore is a space", "cartel_members", "cartel members"],
  ["a run counts as one", "cartel _  members", "cartel members"],
  ["a line break is a space", "cartel\r\n\tmembers", "cartel members"],
  ["a written-out line break is a space", "cartel\\nmembers", "cartel members"],
  ["a no-break space is a space", "cartel\u00a0members", "cartel members"],
  ["outer spaces do not count", " cartel members_", "cartel members"],
  ["case beyond ASCII", "ÉTAT Ω", "état ω"],
  ["a letter and its accent", "e\u0301tat", "\u00e9tat"],
] as const)
  test(`the same name: ${what}`, () => expect(nameKey(a)).toBe(nameKey(b)));

for (const [what, a, b] of [
  ["a space in the middle", "cartelmembers", "cartel members"],
  ["a dot", "a.b", "a b"],
  ["a hyphen", "a-b", "a b"],
] as const)
  test(`different names: ${what}`, () => expect(nameKey(a)).not.toBe(nameKey(b)));
