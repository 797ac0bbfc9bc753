import { codeFrame, type Dialect, modelDiagnostics, readModel, readSyntax, source, writeModel } from "@sequitur/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedModels, sharedText } from "./conformance/shared-models.ts";

// Shared models with lines and words taken out, doubled, exchanged, put in, and the rest cut off: what is left of them is read to an end,
// every fault has its words, and what still opens can be written in both languages and read again.
const texts = sharedModels()
  .map(({ path }) => ({ path, text: sharedText(path).text }))
  .filter(({ text }) => text.length < 30_000);

/** What no modeller writes on purpose: marks that end or begin something, and more of them than any stack holds. */
const strange = [
  ...'()[]~|"!:<>&{},;*\u0000é',
  ":NA:",
  "->",
  ":EXCEPT:",
  "1e999",
  "INTEG(",
  "SUM(",
  "𝒳",
  "(".repeat(5000),
  "-".repeat(5000),
  "1+".repeat(8000),
  "if 1 then ".repeat(3000),
  "<a>".repeat(2000),
];

type Change = (parts: string[], at: number, other: number) => void;
const changes: readonly Change[] = [
  (parts, at) => parts.splice(at, 1),
  (parts, at, other) => parts.splice(at, 0, parts[other]!),
  (parts, at, other) => {
    [parts[at], parts[other]] = [parts[other]!, parts[at]!];
  },
];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const spoiling = fc
  .tuple(fc.constantFrom("lines", "words", "strange", "end"), fc.constantFrom(...changes), place, place)
  .map(([what, change, here, there]) => (text: string): string => {
    if (what === "end") return text.slice(0, Math.floor(here * text.length));
    const parts = what === "lines" ? text.split(/(?<=\n)/u) : (text.match(/\w+|\s+|[^\w\s]/gu) ?? []);
    const [at, other] = [here, there].map((each) => Math.floor(each * parts.length)) as [number, number];
    if (what === "strange") parts.splice(at, 1, strange[Math.floor(there * strange.length)]!);
    else if (parts.length > 0) change(parts, at, other);
    return parts.join("");
  });

const spoiled = fc
  .tuple(fc.constantFrom(...texts), fc.array(spoiling, { minLength: 1, maxLength: 3 }))
  .map(([{ path, text }, all]) =>
    source(
      path,
      all.reduce((now, spoil) => spoil(now), text),
    ),
  );

test.skipIf(texts.length === 0)("spoiled models are read to an end, and what opens goes both ways", () => {
  let opened = 0;
  fc.assert(
    fc.property(spoiled, (read) => {
      const { model, diagnostics } = readModel(read);
      for (const each of diagnostics) expectWords(codeFrame(each, modelDiagnostics), read.text);
      if (model === undefined) return;
      opened++;
      for (const dialect of ["vensim", "xmile"] as const) {
        const written = writeModel(readSyntax(read).value, model, dialect);
        const errors = written.diagnostics.filter(({ severity }) => severity === "error");
        expect(written.value === undefined).toBe(errors.length > 0);
        if (written.value !== undefined) expectOpen(written.value, dialect);
      }
    }),
    { numRuns: 300 },
  );
  expect(opened).toBeGreaterThan(30);
});

function expectWords(words: string, text: string): void {
  if (!/undefined|\[object|NaN/u.test(text)) expect(words).not.toMatch(/undefined|\[object|NaN/u);
}

function expectOpen(text: string, dialect: Dialect): void {
  const { model, diagnostics } = readModel(source(dialect === "vensim" ? "again.mdl" : "again.xmile", text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  expect(model).toBeDefined();
}
