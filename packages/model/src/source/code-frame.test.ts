import { expect, test } from "vitest";
import { codeFrame } from "./code-frame.ts";
import { kind } from "./diagnostic.ts";
import { source } from "./source.ts";
import { span } from "./span.ts";

const table = {
  "rate-units": kind<{ stock: string }>({
    severity: "error",
    says: ({ stock }) => `"${stock}" is in person, so its rate must be in person/Month.`,
    mend: () => "Divide it by a time in Month.",
  }),
};

const [LINE_1, SAYS] = [
  "m.mdl:1:",
  '"A" is in person, so its rate must be in person/Month.\nDivide it by a time in Month.',
];

/** The frame of what stands between « and ». */
function frame(marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const from = source("m.mdl", marked.replace(/[«»]/g, ""));
  return codeFrame(
    { code: "rate-units", severity: "error", span: span(from, start, end), facts: { stock: "A" } },
    table,
  );
}

test("one line: place, source, marks, what is wrong, how to mend it", () =>
  expect(frame("A = INTEG(«b - c», 100)")).toBe(
    [`${LINE_1}11  error  rate-units`, "   1 │ A = INTEG(b - c, 100)", "     │           ~~~~~", SAYS].join("\n"),
  ));

test("further places come below the first, their numbers as wide", () => {
  const from = source("m.mdl", `A = B${"\n".repeat(9)}B = A`);
  const [first, other] = [span(from, 0, 5), span(from, 14, 19)];
  const found = { code: "rate-units", severity: "error", span: first, facts: { stock: "A" }, also: [other] } as const;
  expect(codeFrame(found, table)).toBe(
    ["m.mdl:1:1  error  rate-units", "    1 │ A = B", "      │ ~~~~~", "   10 │ B = A", "      │ ~~~~~", SAYS].join(
      "\n",
    ),
  );
});

test("a later line has its own number and width", () =>
  expect(frame(`${"\n".repeat(11)}A = «b»`)).toBe(
    ["m.mdl:12:5  error  rate-units", "   12 │ A = b", "      │     ~", SAYS].join("\n"),
  ));

test("tabs are spread out, and the marks stand where the text does", () =>
  expect(frame("\tA\t= «b\tc»")).toBe(
    [`${LINE_1}6  error  rate-units`, "   1 │     A   = b c", "     │           ~~~", SAYS].join("\n"),
  ));

test("characters of two UTF-16 units take one column", () =>
  expect(frame("😀 = «b»")).toBe([`${LINE_1}6  error  rate-units`, "   1 │ 😀 = b", "     │     ~", SAYS].join("\n")));

test("a place of no length has one mark, also behind the end of a line", () =>
  expect(frame("A = «»")).toBe([`${LINE_1}5  error  rate-units`, "   1 │ A =", "     │     ~", SAYS].join("\n")));

test("several lines are each marked from their first letter", () =>
  expect(frame("A = «b +\n\t c»")).toBe(
    [`${LINE_1}5  error  rate-units`, "   1 │ A = b +", "     │     ~~~", "   2 │      c", "     │      ~", SAYS].join(
      "\n",
    ),
  ));

test("of many lines the first three are shown", () =>
  expect(frame("«a\nb\nc\nd\ne»")).toBe(
    [
      `${LINE_1}1  error  rate-units`,
      "   1 │ a",
      "     │ ~",
      "   2 │ b",
      "     │ ~",
      "   3 │ c",
      "     │ ~",
      "     ⋮",
      SAYS,
    ].join("\n"),
  ));

test("a place that ends with its line does not show the next one", () =>
  expect(frame("A = «b\n»c")).toBe([`${LINE_1}5  error  rate-units`, "   1 │ A = b", "     │     ~", SAYS].join("\n")));

/** The text and the marks of the only line of a frame. */
function lineOf(marked: string): { text: string; marks: string } {
  const [, text = "", marks = ""] = frame(marked).split("\n");
  return { text: text.slice("   1 │ ".length), marks: marks.slice("   1 │ ".length) };
}

for (const [what, marked, want] of [
  ["in the middle", `${"x".repeat(300)}«WRONG»${"y".repeat(300)}`, "WRONG"],
  ["at the start", `«WRONG»${"y".repeat(300)}`, "WRONG"],
  ["at the end", `${"x".repeat(300)}«WRONG»`, "WRONG"],
  ["longer than a line", `${"x".repeat(300)}«${"W".repeat(200)}»${"y".repeat(300)}`, "W".repeat(90)],
] as const)
  test(`a long line is cut around a place ${what}, which stays in sight and marked`, () => {
    const { text, marks } = lineOf(marked);
    expect(text.length).toBeLessThanOrEqual(102);
    expect(text).toContain("…");
    expect([...marks].map((mark, at) => (mark === "~" ? text[at] : "")).join("")).toBe(want);
  });

test("control characters are shown as dots, so that a file cannot steer a terminal", () =>
  expect(frame("«\u001b[2J»")).toContain("   1 │ ·[2J"));
