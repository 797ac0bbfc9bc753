import { assert, jsonValue, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "./canonical-json.ts";

// Numbers and sorting as in RFC 8785, 3.2.2 and 3.2.3.
describe("one text for one value", () => {
  for (const [value, text] of [
    [{ b: 1, a: [true, null, "x"] }, '{"a":[true,null,"x"],"b":1}'],
    [
      { "\u20ac": 1, "\r": 2, "1": 3, "\u00f6": 4, "\u{1f600}": 5, "\ufb33": 6 },
      '{"\\r":2,"1":3,"\u00f6":4,"\u20ac":1,"\u{1f600}":5,"\ufb33":6}',
    ],
    [-0, "0"],
    [1e30, "1e+30"],
    [4.5, "4.5"],
    [2e-3, "0.002"],
    [0.000000000000000000000000001, "1e-27"],
    [{ a: undefined, b: 0.1 }, '{"b":0.1}'],
  ] as const)
    test(text, () => expect(canonicalJson(value)).toBe(text));
});

test("a number that is not finite has no text", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalJson([value])).toThrow();
});

test("reading it back and writing it again changes nothing", () => {
  assert(
    property(jsonValue(), (value) => {
      const text = canonicalJson(value as Json);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
