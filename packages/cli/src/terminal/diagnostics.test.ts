import { readModel, source } from "@sequitur/model";
import { afterEach, expect, test, vi } from "vitest";
import { printDiagnostics } from "./diagnostics.ts";

const said: string[] = [];
const spy = vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
afterEach(() => {
  said.length = 0;
});

/** A warning, and after it so many errors. */
function faultsOf(errors: number) {
  const wrong = Array.from({ length: errors }, (_, i) => `x${i} = nobody ~~|`).join("\n");
  const text = `{UTF-8}\na = 1 ~ m [nonsense] ~|\n${wrong}\nINITIAL TIME=0~~|\nFINAL TIME=1~~|\nTIME STEP=1~~|\nSAVEPER=1~~|`;
  return readModel(source("m.mdl", text)).diagnostics;
}

test("a few are shown one by one, in the order of the file", () => {
  printDiagnostics(faultsOf(2));
  expect(said.map((text) => /(error|warning) {2}(\S+)/u.exec(text)?.[2])).toEqual([
    "units-range",
    "unknown-name",
    "unknown-name",
  ]);
});

test("of very many the worst are shown, and how many more there are", () => {
  printDiagnostics(faultsOf(150));
  expect(said.length).toBe(101);
  expect(said.slice(0, 100).every((text) => text.includes("unknown-name"))).toBe(true);
  expect(said.at(-1)).toContain("… and 51 more");
  said.length = 0;
  printDiagnostics(faultsOf(150), undefined, Number.POSITIVE_INFINITY);
  expect(said.length).toBe(151);
  expect(spy).toHaveBeenCalled();
});
