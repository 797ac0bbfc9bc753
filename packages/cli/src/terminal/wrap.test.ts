import fc from "fast-check";
import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

test("breaks between words", () => expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]));
test("a long word has a line of its own", () =>
  expect(wrap("a incomprehensibilities b", 5)).toEqual(["a", "incomprehensibilities", "b"]));

test("no word is lost and no line of two words is too long", () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^\w{1,12}$/)), fc.integer({ min: 1, max: 40 }), (words, width) => {
      const lines = wrap(words.join(" "), width);
      expect(lines.join(" ").split(" ").filter(Boolean)).toEqual(words);
      for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
    }),
  ));
