import { engineDiagnostics } from "@sequitur/engine";
import { modelDiagnostics } from "@sequitur/model";
import { studyDiagnostics } from "@sequitur/study";
import { expect, test } from "vitest";

test("a code means one thing, whichever package reports it", () => {
  const codes = [modelDiagnostics, engineDiagnostics, studyDiagnostics].flatMap((table) => Object.keys(table));
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
});
