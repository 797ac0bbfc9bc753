import { explain, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { studyDiagnostics } from "../read/diagnostics.ts";
import { readYaml } from "../read/yaml-file.ts";
import { claimsSchema } from "./claims.ts";
import { checkShape } from "./shape.ts";
import { sourcesSchema } from "./sources.ts";

/** Reads `text` without its «» marks; faults as "code: mend", each with the text that it stands at. */
function faults(schema: z.ZodType, text: string): readonly (readonly [string, string])[] {
  const { value, diagnostics } = readYaml(source("x.yaml", text.replaceAll(/[«»]/g, "")));
  return [...diagnostics, ...checkShape(schema, value).diagnostics].map((diagnostic) => {
    const { mend } = explain(diagnostic, studyDiagnostics);
    const { start, end } = diagnostic.span;
    return [`${diagnostic.code}: ${mend}`, `${start} ${diagnostic.span.source.text.slice(start, end)}`] as const;
  });
}

function expectFault(schema: z.ZodType, text: string, code: string, mend: RegExp): void {
  const start = text.indexOf("«");
  const marked = text.slice(start + 1, text.indexOf("»"));
  const found = faults(schema, text);
  expect(found).toHaveLength(1);
  expect(found[0]![0]).toMatch(new RegExp(`^${code}: .*${mend.source}`));
  expect(found[0]![1]).toBe(`${start} ${marked}`);
}

const claim = (rest: string) => `claims:\n  one:\n    says: a\n    side: for\n    who: b\n    source: c\n${rest}\n`;

describe("a claim of the wrong shape is reported at its place, with a mend", () => {
  for (const [what, text, code, mend] of [
    ["a key misspelt", claim("    untestable: x\n    «plase»: p"), "unknown-key", /"place"/],
    ["a needed key misspelt", claim("    untestable: x").replace("who:", "«whi»:"), "unknown-key", /"who"/],
    ["a key that means nothing", claim("    untestable: x\n    «zzzzzzzz»: p"), "unknown-key", /says, side/],
    ["a key left out", "claims:\n  «one»: { says: a, side: for, source: c, untestable: x }", "missing-key", /who/],
    [
      "a choice misspelt",
      claim("    untestable: x").replace("side: for", "side: «aganst»"),
      "unknown-choice",
      /"against"/,
    ],
    ["a language left out", claim("    «untestable»: { en: x }"), "missing-key", /es/],
    ["a comma in a text without quotes", claim("    untestable: { en: x, «so», es: y }"), "unquoted-comma", /quotes/],
    ["neither text nor languages", claim("    untestable: «5»"), "wrong-type", /value/],
    [
      "an id with a capital",
      "claims:\n  «One»: { says: a, side: for, who: b, source: c, untestable: x }",
      "bad-id",
      /small/,
    ],
    ["no test and no reason", claim("").replace("one:", "«one»:"), "one-of", /Add/],
    [
      "both a test and a reason",
      claim("    untestable: x\n    outside-boundary: y").replace("one:", "«one»:"),
      "one-of",
      /Keep/,
    ],
    [
      "an unknown comparison",
      claim("    test: { measure: m, under: p, is: «lowr», than: {} }"),
      "unknown-choice",
      /"lower"/,
    ],
    ["a comparison left out", claim("    «test»: { measure: m, under: p }"), "missing-key", /is/],
    [
      "a key of another comparison",
      claim("    test: { measure: m, under: p, is: above, limit: 3, «than»: {} }"),
      "unknown-key",
      /measure/,
    ],
    [
      "deep inside a composition",
      claim("    test: { all: [{ not: { any: [{ measure: m, under: p, is: lower, than: { «undr»: q } }] } }] }"),
      "unknown-key",
      /"under"/,
    ],
    [
      "a figure misspelt",
      claim("    test: { measure: m, under: p, is: above, limit: 3, figure: { «men»: [1, 2] } }"),
      "unknown-key",
      /"mean"/,
    ],
    [
      "a figure with two ways",
      claim("    test: { measure: m, under: p, is: above, limit: 3, «figure»: { at: 1, mean: [1, 2] } }"),
      "one-of",
      /Keep/,
    ],
    [
      "a period of one time",
      claim("    test: { measure: m, under: p, is: above, limit: 3, figure: { «mean»: [1] } }"),
      "bad-value",
      /value/,
    ],
    ["an empty composition", claim("    test: { «all»: [] }"), "bad-value", /value/],
    [
      "a key twice",
      "claims:\n  one: { says: a, side: for, who: b, source: c, untestable: x }\n  «one»: { says: a, side: for, who: b, source: c, untestable: x }",
      "duplicate-key",
      /Take one out/,
    ],
  ] as const)
    test(what, () => expectFault(claimsSchema, text, code, mend));
});

test("every fault is reported, not only the first", () => {
  const text =
    "sources:\n  a: { kind: blog, title: t, by: b, year: x, where: w, checked: search }\n  b: { kind: news }\n";
  expect(faults(sourcesSchema, text).map(([code]) => code.split(":")[0])).toEqual([
    "unknown-choice",
    "wrong-type",
    "missing-key",
    "missing-key",
    "missing-key",
    "missing-key",
    "missing-key",
  ]);
});

describe("what is not YAML is reported, and never thrown", () => {
  for (const text of [
    "a: [1",
    "a: b: c",
    "\t- x",
    "a: &x [*x]",
    "? {a: 1}: 2",
    "",
    "%YAML 9\n---\na: 1",
    "a: *none",
    "a: &x [1,1,1,1,1,1,1,1,1,1]\nb: &y [*x,*x,*x,*x,*x,*x,*x,*x,*x,*x]\nc: &z [*y,*y,*y,*y,*y,*y,*y,*y,*y,*y]\nd: [*z,*z,*z,*z,*z,*z,*z,*z]",
  ])
    test(JSON.stringify(text), () => expect(faults(claimsSchema, text).length).toBeGreaterThan(0));
});
