import { expect, test } from "vitest";
import { speak } from "../language/language.ts";
import { durationText } from "./number-text.ts";

// `speak` marks the page's language; there is no page here.
const page = { documentElement: { lang: "" } };

test.each([
  ["en", 0.5, "Year", "6 months"],
  ["en", 1, "Year", "1 year"],
  ["en", 10, "years", "10 years"],
  ["es", 0.5, "Year", "6 meses"],
  ["es", 2, "Year", "2 años"],
  ["en", 3, "Month", "3 months"],
  ["en", 4, "fortnight", "4 fortnight"],
] as const)("%s: %s %s is %s", async (language, time, unit, text) => {
  Object.assign(globalThis, { document: page });
  await speak(language);
  expect(durationText(time, unit)).toBe(text);
});
