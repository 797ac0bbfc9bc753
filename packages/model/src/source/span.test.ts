import { expect, test } from "vitest";
import { lineText, source } from "./source.ts";
import { placeOf, span, spanOver, textOf } from "./span.ts";

for (const [what, text] of [
  ["LF", "one\ntwo\n\nfour"],
  ["CR", "one\rtwo\r\rfour"],
  ["CRLF", "one\r\ntwo\r\n\r\nfour"],
] as const)
  test(`lines and columns are counted from 1, with line ends ${what}`, () => {
    const from = source("a.mdl", text);
    const at = text.indexOf("our");
    expect(placeOf(span(from, at, at + 3))).toEqual({ file: "a.mdl", line: 4, column: 2, length: 3 });
    expect([0, 1, 2, 3].map((line) => lineText(from, line))).toEqual(["one", "two", "", "four"]);
  });

test("a span of nothing has length 1, and may stand at the end", () => {
  const from = source("a.mdl", "x\n");
  expect(placeOf(span(from, 2, 2))).toEqual({ file: "a.mdl", line: 2, column: 1, length: 1 });
});

test("a span over two holds both, whichever comes first", () => {
  const from = source("a.mdl", "a + b");
  expect(textOf(spanOver(span(from, 4, 5), span(from, 0, 1)))).toBe("a + b");
});
