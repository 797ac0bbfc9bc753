import fc from "fast-check";
import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { characterData, joinTexts, spanIn, trimmed } from "./sourced-text.ts";

/** Pieces of character data: as written, and what XML means by them. */
const piece = fc.constantFrom(
  ["a", "a"],
  ["é", "é"],
  [" ", " "],
  ["\n", "\n"],
  ["\r\n", "\n"],
  ["&lt;", "<"],
  ["&amp;", "&"],
  ["&#65;", "A"],
  ["&#x1F600;", "😀"],
  ["&unknown;", "&unknown;"],
);

test("every character knows where it stands", () => {
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (first, second) => {
      const written = [...first, ["<x/>", ""] as const, ...second];
      const whole = source("m", written.map(([raw]) => raw).join(""));
      const middle = first.map(([raw]) => raw).join("").length;
      const parts = [characterData(whole, 0, middle, true), characterData(whole, middle + 4, whole.text.length, true)];
      const text = joinTexts(parts, whole, 0);
      expect(text.text).toBe(written.map(([, meant]) => meant).join(""));
      let [at, start] = [0, 0];
      for (const [raw, meant] of written) {
        const { start: from, end: to } = spanIn(text, at, at + meant.length);
        if (meant !== "") expect([from, to]).toEqual([start, start + raw.length]);
        [at, start] = [at + meant.length, start + raw.length];
      }
    }),
  );
});

test("CDATA stands as it is", () => {
  expect(characterData(source("m", "a &lt; b\r\n"), 0, 10, false).text).toBe("a &lt; b\n");
});

test("the white space around a text is not part of its place", () => {
  const { text, span } = trimmed(characterData(source("m", " &#32;\n b c \r\n"), 0, 14, true));
  expect([text, span.start, span.end]).toEqual(["b c", 8, 11]);
});
