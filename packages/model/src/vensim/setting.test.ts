import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { textOf } from "../source/span.ts";
import { readVensim } from "./read-vensim.ts";

const SKETCH =
  "\\\\\\---/// Sketch information - do not modify\nV300  Do not put anything below\n*View 1\n10,1,x,1,1,1,1\n";

function readWith(settings: string) {
  return readVensim(source("folder/my model.mdl", `x = 1 ~~|\n${SKETCH}///---\\\\\\\n:L\u007f<%^E!@\n${settings}\n`));
}

for (const [line, method, warned] of [
  ["15:0,0,0,0,0,0", "euler", false],
  ["15:0,0,0,1,0,0", "rk45", false],
  ["15:0,0,0,2,0,0", "euler", true],
  ["15:0,0,0,3,0,0", "rk2", false],
  ["15:0,0,0,4,0,0", "rk45", true],
  ["15:0,0,0,5,0,0", "rk4", false],
  ["15:0,0,0,9,0,0", "euler", true],
  ["1:Current.vdf", "euler", false],
] as const)
  test(`settings line ${line} means ${method}${warned ? ", with a warning" : ""}`, () => {
    const { value, diagnostics } = readWith(`9:C:\\x\n${line}\r`);
    expect(value.simulation.method).toBe(method);
    expect(diagnostics.map(({ code, span }) => `${code} ${textOf(span)}`)).toEqual(
      warned ? [`integration-method ${line}`] : [],
    );
  });

test("unit equivalences are sets of names; a set of one says nothing", () =>
  expect(readWith("22:$,Dollar,Dollars,$s\n22:Hour, Hours\n22:Week").value.unitSynonyms).toEqual([
    ["$", "Dollar", "Dollars", "$s"],
    ["Hour", "Hours"],
  ]));

test("tags of files stand for files", () =>
  expect([...readWith("30:?data=data/2020.xlsx\n30:nothing").value.fileTags!]).toEqual([["?data", "data/2020.xlsx"]]));

test("the sketch is kept raw, and equations end where it begins", () => {
  const { value } = readWith("");
  expect(value.drawing).toMatchObject({ format: "vensim-sketch", text: SKETCH });
  expect(value.variables).toHaveLength(1);
});

test("without sketch and settings there are their defaults", () => {
  const { value } = readVensim(source("teacup.mdl", "x = 1 ~~|"));
  expect(value).toMatchObject({
    name: "teacup",
    drawing: undefined,
    unitSynonyms: [],
    simulation: { method: "euler" },
  });
});

test("settings without a sketch are found", () =>
  expect(readVensim(source("m.mdl", "x = 1 ~~|\n:L<%^E!@\n15:0,0,0,5,0,0")).value.simulation.method).toBe("rk4"));

test("the model has the name of its file", () => expect(readWith("").value.name).toBe("my model"));
