import { interpret } from "@sequitur/engine";
import { codeFrame, modelDiagnostics, readDataSet, readModel, type Source, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { firstDifference } from "./conformance/difference.ts";
import { type SharedModel, sharedModel, sharedModels, sharedText } from "./conformance/shared-models.ts";
import { notes, notYet } from "./conformance.ts";

// Every shared model runs as the simulators that it comes from say it does, but for those listed with the reason why not yet.
const models = sharedModels();
const reasons = new Map(Object.entries(notYet).flatMap(([why, paths]) => paths.map((path) => [path, why] as const)));

if (models.length === 0) test.skip("conformance (skipped: no ../shared/conformance beside the repository)");

for (const model of models) {
  const why = reasons.get(model.path);
  test(`${model.path} ${why === undefined ? "agrees" : `does not agree yet: ${why}`}`, async () => {
    const said = await disagreement(model);
    if (why === undefined) expect(said, said).toBeUndefined();
    else expect(said).toBeDefined();
  });
}

describe.skipIf(models.length === 0)("the table of models", () => {
  test("lists only models that are there", () => {
    const paths = new Set(models.map(({ path }) => path));
    expect([...reasons.keys(), ...Object.keys(notes)].filter((path) => !paths.has(path))).toEqual([]);
  });
});

// What the reasons say of XMILE files is so: nothing that could be read was left unread.
const pathsWhere = (part: string) =>
  Object.entries(notYet).flatMap(([why, paths]) => (why.includes(part) ? paths : []));

for (const path of models.length === 0 ? [] : pathsWhere("<macro>"))
  test(`${path} calls macros and holds none`, () => {
    const file = sharedText(path);
    expect(file.text).not.toMatch(/<macro\b/iu);
    expect(errorCodes(file)).toEqual(new Set(["unknown-function"]));
  });

for (const path of models.length === 0 ? [] : pathsWhere("???"))
  test(`${path} has question marks for equations, and lacks nothing else`, () => {
    const file = sharedText(path);
    expect(file.text).toMatch(/<eqn>\s*\?\?\?\s*<\/eqn>/u);
    const undeclared = reasons.get(path)!.includes("not declare") ? ["unknown-subscript"] : [];
    expect(errorCodes(file)).toEqual(new Set(["missing-equation", ...undeclared]));
    const filled = source(path, file.text.replace(/\?\?\?/gu, "1"));
    expect(errorCodes(filled)).toEqual(new Set(undeclared));
  });

for (const [what, part, from, to] of [
  ["INTEGER for INT", "INT, which", "INT(StockA)", "(IF StockA &lt; 0 THEN -INT(-StockA) ELSE INT(StockA))"],
  ["Euler's method for RK4", "RK4", 'method="RK4"', 'method="Euler"'],
] as const)
  test.skipIf(models.length === 0)(`with ${what}, Vensim's output would be met`, () => {
    const [path] = pathsWhere(part);
    const file = sharedText(path!);
    expect(file.text).toContain(from);
    const { model } = readModel(source(path!, file.text.replace(from, to)));
    const { expected } = models.find((each) => each.path === path)!;
    expect(firstDifference(interpret(model!).value!, readDataSet(sharedText(expected!)).value, {})).toBeUndefined();
  });

function errorCodes(file: Source): ReadonlySet<string> {
  const { diagnostics } = readModel(file);
  return new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code));
}

/** Why a model does not do what it should, in words; undefined where it does. */
async function disagreement({ path, expected }: SharedModel): Promise<string | undefined> {
  const { model, diagnostics } = await sharedModel(path, notes[path]?.data);
  if (model === undefined)
    return diagnostics
      .filter(({ severity }) => severity === "error")
      .map((each) => codeFrame(each, modelDiagnostics))
      .join("\n");
  const { value: run, diagnostics: faults } = interpret(model);
  if (run === undefined) return faults.map(({ code }) => code).join(", ");
  // Without an expected output, running it to finite numbers is all that can be asked.
  if (expected === undefined)
    return run.columns.every((column) => column.every(Number.isFinite)) ? undefined : "not finite";
  return firstDifference(run, readDataSet(sharedText(expected)).value, notes[path] ?? {});
}
