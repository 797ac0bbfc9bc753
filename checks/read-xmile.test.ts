import { existsSync, readdirSync, readFileSync } from "node:fs";
import { decode, explain, modelDiagnostics, readSyntax, source } from "@sequitur/model";
import { expect, test } from "vitest";

// Every XMILE model of the shared samples is read without an error but those listed here.
const folder = new URL("../../shared/conformance/", import.meta.url);
const models = !existsSync(folder)
  ? []
  : readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:xmile|stmx)$/u.test(file));

/** Variables whose lists of constants the converter that wrote these files lost: it left question marks. */
const lost: Readonly<Record<string, readonly string[]>> = {
  "subscript_1d_arrays/test_subscript_1d_arrays": ["Rate A"],
  "subscript_constant_call/test_subscript_constant_call": ["Subscripted Constant"],
  "subscript_multiples/test_multiple_subscripts": ["Rate A", "Rate B"],
  "subscript_subranges/test_subscript_subrange": ["Rate A"],
  "subscript_updimensioning/test_subscript_updimensioning": ["One Dim"],
  "subscripted_flows/test_subscripted_flows": ["Rate B", "Rate A"],
};

if (models.length === 0) test.skip("reading XMILE models (skipped: no ../shared/conformance beside the repository)");

for (const file of models)
  test(`${file} is read`, () => {
    const url = new URL(file.split("/").map(encodeURIComponent).join("/"), folder);
    const { value, diagnostics } = readSyntax(source(file, decode(readFileSync(url))));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const key = Object.keys(lost).find((each) => file.includes(`${each}.`));
    const refused = (lost[key ?? ""] ?? []).map((name) => `"${name}" has no equation.`);
    expect(errors.map((each) => explain(each, modelDiagnostics).says)).toEqual(refused);
    expect(value.variables.length).toBeGreaterThan(0);
  });
