import { interpret } from "@sequitur/engine";
import {
  codeFrame,
  type Dialect,
  type Model,
  modelDiagnostics,
  readModel,
  readSyntax,
  source,
  writeModel,
} from "@sequitur/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faceOf, plainModel } from "./conformance/same-model.ts";

// Models made up in each language are written in both, and come back as the same model with the same bits.

/** Names that need care in one language or the other: quotes, backslashes, dots, keywords, functions, letters beyond ASCII. */
const names = [
  "plain",
  "two words",
  "an.dot",
  'a "quoted" one',
  "back\\slash",
  "and",
  "Pi",
  "état Ω",
  "3rd",
  "x$",
  "max",
  "a-b",
];

/** An expression of either language: what differs between them is in the table of `spelling`. */
type Piece = (own: readonly string[]) => string;

const number = fc
  .oneof(fc.integer({ min: 0, max: 50 }), fc.double({ min: 1e-3, max: 1e6, noNaN: true, noDefaultInfinity: true }))
  .map(
    (value): Piece =>
      () =>
        String(value),
  );
const use = fc.nat(20).map(
  (pick): Piece =>
    (own) =>
      own[pick % own.length]!,
);

function expressions(functions: readonly string[], operators: readonly string[], negations: readonly string[]) {
  return fc.letrec<{ expr: Piece }>((tie) => ({
    expr: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      number,
      use,
      fc.tuple(tie("expr"), fc.constantFrom(...operators), tie("expr"), fc.boolean()).map(
        ([a, op, b, closed]): Piece =>
          (own) =>
            closed ? `(${a(own)} ${op} ${b(own)})` : `${a(own)} ${op} ${b(own)}`,
      ),
      fc.tuple(fc.constantFrom(...functions), tie("expr"), tie("expr"), tie("expr")).map(
        ([form, a, b, c]): Piece =>
          (own) => {
            const parts = [a(own), b(own), c(own)];
            return form.replaceAll(/[123]/g, (digit) => parts[Number(digit) - 1]!);
          },
      ),
      fc.tuple(fc.constantFrom(...negations), tie("expr")).map(
        ([sign, a]): Piece =>
          (own) =>
            `${sign}(${a(own)})`,
      ),
    ),
  })).expr;
}

const comparisons = ["<", "<=", ">", ">=", "=", "<>"];
const vensimExpr = expressions(
  [
    "MAX(1, 2)",
    "ABS(1)",
    "INTEGER(1)",
    "XIDZ(1, 2, 3)",
    "ZIDZ(1, 2)",
    "MODULO(1, 2)",
    "IF THEN ELSE(1 > 2, 3, 1)",
    "SMOOTH(1, 2)",
    "DELAY FIXED(1, 2, 3)",
    "STEP(1, 2)",
    "PULSE(1, 2)",
    "SAMPLE IF TRUE(1 > 2, 3, 1)",
    "WITH LOOKUP(1, ((0,0),(10,5),(20,7)))",
    "SUM(row[d!] * (1))",
    "ACTIVE INITIAL(1, 2)",
  ],
  ["+", "-", "*", "/", ...comparisons],
  ["-", "+", "-"],
);
const xmileExpr = expressions(
  [
    "MAX(1, 2)",
    "ABS(1)",
    "INT(1)",
    "ROUND(1)",
    "SAFEDIV(1, 2, 3)",
    "(IF 1 > 2 THEN 3 ELSE 1)",
    "SMTH1(1, 2)",
    "SMTH3(1, 2, 3)",
    "DELAY(1, 2, 3)",
    "PREVIOUS(1, 2)",
    "PULSE(1, 2, 3)",
    "PI * 1",
    "SUM(row[*])",
    "MEAN(row[*])",
    "(1) MOD (2)",
  ],
  ["+", "-", "*", "/", ...comparisons],
  ["-", "+", "NOT "],
);

const units = fc.constantFrom("", "Person", "Person/Month", "Dmnl");
const comment = fc.constantFrom("", "What it is.", 'With "quotes", <tags> & more', "Two\nlines");
const chosen = fc.subarray(names, { minLength: 3, maxLength: 6 });

const vensimModel = fc
  .tuple(chosen, fc.array(vensimExpr, { minLength: 8, maxLength: 8 }), units, comment)
  .map(([called, exprs, unit, said]) => {
    const written = called.map((name) => `"${name.replace(/[\\"]/g, "\\$&")}"`);
    const [constant, ...others] = written;
    const tail = `~ ${unit} [0,?] ~ ${said} |\n`;
    const equations = others.map((name, k) => {
      const own = written.slice(0, k + 1);
      const right = exprs[k]!(own);
      return k % 2 === 0
        ? `${name} = ${right} ${tail}`
        : `${name} = INTEG(${right}, ${exprs[k + 4]!(own.slice(0, 1))}) ${tail}`;
    });
    const arrays = `d: e1, e2, e3 ~ ~ |\nrow[d] = 1, 2.5, -3 ~ ~ |\ncopy[d] = row[d] * (${exprs[7]!([constant!, "row[d]", "d"])}) ~ ~ |\n`;
    const times =
      "INITIAL TIME = 0 ~ Month ~ |\nFINAL TIME = 4 ~ Month ~ |\nTIME STEP = 0.5 ~ Month ~ |\nSAVEPER = TIME STEP ~ ~ |\n";
    return `{UTF-8}\n${constant} = 2 ${tail}${equations.join("")}${arrays}${times}`;
  });

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const xmileModel = fc
  .tuple(chosen, fc.array(xmileExpr, { minLength: 8, maxLength: 8 }), units, comment, fc.boolean())
  .map(([called, exprs, unit, said, nonNegative]) => {
    const plain = called.map((name) => name.replace(/[\\"]/g, "\\$&"));
    const written = plain.map((name) => `"${name}"`);
    const inside = `<doc>${escaped(said.replaceAll("\\", "\\\\"))}</doc><units>${unit}</units><range min="0"/>`;
    const mark = nonNegative ? "<non_negative/>" : "";
    const variables = plain.map((name, k) => {
      const eqn = `<eqn>${escaped(k === 0 ? "2" : exprs[k]!(written.slice(0, k)))}</eqn>`;
      if (k % 3 === 1) return `<flow name="${escaped(name)}">${inside}${eqn}${mark}</flow>`;
      if (k !== 2) return `<aux name="${escaped(name)}">${inside}${eqn}</aux>`;
      const start = escaped(exprs[6]!(written.slice(0, 1)));
      return `<stock name="${escaped(name)}">${inside}<eqn>${start}</eqn><outflow>${escaped(written[1]!)}</outflow>${mark}</stock>`;
    });
    const row = `<aux name="row"><dimensions><dim name="d"/></dimensions>${["1", "2.5", "-3"].map((value, k) => `<element subscript="e${k + 1}"><eqn>${value}</eqn></element>`).join("")}</aux>`;
    const copy = `<aux name="copy"><dimensions><dim name="d"/></dimensions><eqn>${escaped(exprs[7]!([written[0]!, "row[d]", "d"]))}</eqn></aux>`;
    return `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs time_units="Month"><start>0</start><stop>4</stop><dt>0.5</dt></sim_specs>
<dimensions><dim name="d"><elem name="e1"/><elem name="e2"/><elem name="e3"/></dim></dimensions>
<model><variables>${variables.join("\n")}${row}${copy}</variables></model></xmile>`;
  });

for (const [dialect, models] of [
  ["vensim", vensimModel],
  ["xmile", xmileModel],
] as const)
  test(`any ${dialect} model comes back from both languages`, () => {
    let opened = 0;
    fc.assert(
      fc.property(models, (text) => {
        const read = source(fileOf(dialect), text);
        const { model } = readModel(read);
        if (model === undefined) return;
        opened++;
        for (const target of ["vensim", "xmile"] as const) {
          const { value } = writeModel(readSyntax(read).value, model, target);
          const again = reopened(value!, target);
          if (target === dialect) expect(plainModel(again)).toEqual(plainModel(model));
          const face = faceOf(again);
          for (const [name, want] of faceOf(model)) expect([name, face.get(name)]).toEqual([name, want]);
          expectSameBits(again, model);
        }
      }),
      { numRuns: 150 },
    );
    expect(opened).toBeGreaterThan(50);
  });

const fileOf = (dialect: Dialect) => (dialect === "vensim" ? "made.mdl" : "made.xmile");

function reopened(text: string, dialect: Dialect): Model {
  const { model, diagnostics } = readModel(source(fileOf(dialect), text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  return model!;
}

function expectSameBits(again: Model, model: Model): void {
  const [got, want] = [interpret(again).value!, interpret(model).value!];
  for (const [i, name] of want.outputs.entries()) {
    const at = got.outputs.indexOf(name);
    const [a, b] = [Array.from(got.columns[at] ?? []), Array.from(want.columns[i]!)];
    expect([name, a.map(shown)]).toEqual([name, b.map(shown)]);
  }
}

/** -0 is 0 in what a run shows: which of the two a sum of nothing gives is left open by both languages. */
const shown = (value: number) => (value === 0 ? "0" : String(value));
