import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOfText, contentText } from "./content-text.ts";
import type { FileContent } from "./file-content.ts";

const place = { row: 1, column: 2 };
const cells = [
  { ...place, value: 0.1 },
  { row: 3, column: 0, value: "#N/A" },
];

for (const content of [
  { kind: "text", text: "a\tb\n" },
  { kind: "unreadable", why: "it is damaged" },
  { kind: "workbook", workbook: { sheets: [{ name: "S", cells }], names: [] } },
  {
    kind: "workbook",
    workbook: {
      sheets: [],
      names: [{ name: "all", scope: undefined, area: { sheet: "S", first: place, last: place } }],
    },
  },
] as const satisfies readonly FileContent[])
  test(`what is written of a ${content.kind} is read again: ${JSON.stringify(content).length} letters`, () =>
    expect(contentOfText(contentText(content))).toEqual(content));

for (const text of [
  "",
  "[]",
  "null",
  '{"kind":"workbook"}',
  '{"kind":"text","text":1}',
  '{"kind":"workbook","workbook":{"sheets":[{"name":"S","cells":[{"row":-1,"column":0,"value":1}]}],"names":[]}}',
  '{"kind":"workbook","workbook":{"sheets":[{"name":"S","cells":[{"row":1,"column":0,"value":[]}]}],"names":[]}}',
  '{"kind":"workbook","workbook":{"sheets":[],"names":[{"name":"n","area":{"first":{"row":0,"column":0}}}]}}',
])
  test(`what was not written so cannot be read: ${text}`, () =>
    expect(contentOfText(text)).toMatchObject({ kind: "unreadable" }));

test("nothing that JSON can hold is thrown at", () =>
  fc.assert(fc.property(fc.json(), (text) => contentOfText(text).kind !== undefined)));
