import { expect, test } from "vitest";
import { arrayDiagnostics } from "./array-diagnostics.ts";
import { dataDiagnostics } from "./data-diagnostics.ts";
import { modelDiagnostics } from "./diagnostics.ts";
import { meaningDiagnostics } from "./meaning-diagnostics.ts";
import { vensimDiagnostics } from "./vensim-diagnostics.ts";
import { writingDiagnostics } from "./writing-diagnostics.ts";
import { xmileDiagnostics } from "./xmile-diagnostics.ts";

test("a code stands in one table only, so that none hides another", () => {
  const tables = [
    meaningDiagnostics,
    arrayDiagnostics,
    dataDiagnostics,
    vensimDiagnostics,
    xmileDiagnostics,
    writingDiagnostics,
  ];
  const codes = tables.flatMap((table) => Object.keys(table));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  expect(Object.keys(modelDiagnostics)).toHaveLength(codes.length);
});
