import { type Model, readModel, source, span, type TableChange, withVariedTable } from "@sequitur/model";
import { assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../compile.ts";
import { interpret } from "../interpret/interpret.ts";
import { instantiateNow } from "../machine.ts";

const text = (ys: readonly number[], inline: readonly number[]) => `{UTF-8}
crowding((0,${ys[0]}),(1,${ys[1]}),(3,${ys[2]})) ~ item ~ |
steep((0,0),(2,8)) ~ item ~ |
table[half]((0,1),(1,2)) ~ item ~ |
table[rest]((0,3),(1,4)) ~ item ~ |
part: half, rest ~~|
back((0,0),(1,1)) ~~|
unread((0,0),(1,1)) ~~|
Level = INTEG(crowding(Time) - 0.1 * Level, crowding(0.5)) ~ item ~ |
Bent = WITH LOOKUP(Time, ((0,${inline[0]}),(2,${inline[1]}),(4,${inline[2]}))) ~ item ~ |
Ahead = LOOKUP FORWARD(crowding, Time) ~ item ~ |
Beyond = LOOKUP EXTRAPOLATE(crowding, Time) ~ item ~ |
Slope = LOOKUP SLOPE(crowding, Time) ~ item ~ |
Area = LOOKUP AREA(crowding, 0.25, Time) ~ item ~ |
Each[part] = table[part](Time / 4) ~ item ~ |
Inverse = LOOKUP INVERT(back, Time / 8) ~~|
INITIAL TIME = 0 ~ Month ~ |
FINAL TIME = 4 ~ Month ~ |
TIME STEP = 0.25 ~ Month ~ |
SAVEPER = TIME STEP ~ Month ~ |
`;
const ys: readonly number[] = [1, 4, 2];
const inline: readonly number[] = [5, -1, 3];
const modelOf = (one: readonly number[], other: readonly number[]): Model =>
  readModel(source("tables.mdl", text(one, other))).model!;
const model = modelOf(ys, inline);
const outputs = ["Level", "Bent", "Ahead", "Beyond", "Slope", "Area", "Each[half]", "Each[rest]"];
const here = span(source("request", "x"), 0, 1);

function varied(table: string, change: TableChange): Model {
  const outcome = withVariedTable(model, { table, change, name: "c", span: here });
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome;
}

/** What comes of a value of the constant, by compiled code, after the interpreter has been held against it. */
function run(of: Model, value: number): readonly Float64Array[] {
  const { program } = compile(of, { inputs: ["c"], outputs });
  const compiled = instantiateNow(program!).run({ c: value }).columns;
  const { columns } = interpret(of, { outputs, set: { c: value } }).value!;
  for (const [at, column] of compiled.entries()) expect(column).toEqual(columns[at]);
  return compiled;
}

function written(one: readonly number[], other: readonly number[]): readonly Float64Array[] {
  return instantiateNow(compile(modelOf(one, other), { inputs: [], outputs }).program!).run().columns;
}

const close = (found: readonly Float64Array[], wanted: readonly Float64Array[]) => {
  for (const [at, column] of found.entries())
    for (const [save, value] of column.entries()) expect(value, outputs[at]!).toBeCloseTo(wanted[at]![save]!, 9);
};

const number = double({ min: -100, max: 100, noNaN: true });

describe("a table that a constant varies is the table that one would write, in every reading", () => {
  test("all values times a factor", () => {
    const of = varied("crowding", { kind: "factor" });
    assert(
      property(number, (c) =>
        close(
          run(of, c),
          written(
            ys.map((y) => c * y),
            inline,
          ),
        ),
      ),
      { numRuns: 20 },
    );
  });

  for (const [i, x] of [0, 1, 3].entries())
    test(`the value at ${x}`, () => {
      const of = varied("crowding", { kind: "at", x });
      assert(
        property(number, (c) => close(run(of, c), written(ys.with(i, c), inline))),
        { numRuns: 20 },
      );
    });

  test("a table within an equation", () => {
    const of = varied("Bent", { kind: "at", x: 2 });
    assert(
      property(number, (c) => close(run(of, c), written(ys, inline.with(1, c)))),
      { numRuns: 20 },
    );
  });

  test("between two tables", () => {
    const [level] = [0.25].map((c) => run(varied("crowding", { kind: "towards", other: "steep" }), c)[3]!);
    // At 2, the one reads (4 + 2) / 2 and the other 8.
    expect(level![8]).toBeCloseTo(0.75 * 3 + 0.25 * 8, 12);
  });

  test("every element of an array of tables", () => {
    const found = run(varied("table", { kind: "factor" }), 3);
    expect([found[6]!.at(-1), found[7]!.at(-1)]).toEqual([6, 12]);
  });
});

test("at its own value the constant changes no bit", () => {
  const plain = written(ys, inline);
  for (const [table, change, value] of [
    ["crowding", { kind: "factor" }, 1],
    ["crowding", { kind: "at", x: 1 }, 4],
    ["crowding", { kind: "towards", other: "steep" }, 0],
    ["Bent", { kind: "factor" }, 1],
  ] as const)
    expect(run(varied(table, change), value)).toEqual(plain);
});

for (const [table, change, fault] of [
  ["nothing", { kind: "factor" }, "no-table"],
  ["Level", { kind: "factor" }, "no-table"],
  ["unread", { kind: "factor" }, "never-read"],
  ["back", { kind: "factor" }, "read-backwards"],
  ["crowding", { kind: "at", x: 2 }, "no-such-point"],
  ["table", { kind: "at", x: 1 }, "other-shape"],
  ["crowding", { kind: "towards", other: "Bent" }, "no-other-table"],
  ["crowding", { kind: "towards", other: "table" }, "other-shape"],
] as const)
  test(`${table}, ${change.kind}: ${fault}`, () =>
    expect(withVariedTable(model, { table, change, name: "c", span: here })).toBe(fault));
