import { type CellObject, utils, type WorkBook, write } from "@e965/xlsx";
import { compile, instantiateNow, interpret } from "@sequitur/engine";
import {
  type Beside,
  type FileContent,
  type Model,
  readFileContent,
  readModel,
  source,
  wantsOf,
} from "@sequitur/model";
import { expect, test } from "vitest";

const times = "INITIAL TIME = 0 ~~| FINAL TIME = 4 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|";
const dims = "D: a, b ~~| E: p, q, r ~~|";
const missing = -(2 ** 109);

type Rows = readonly (readonly (number | string | null)[])[];

/** A spreadsheet of one sheet, in the format of the file's ending, and what names stand for in it. */
async function spreadsheet(
  file: string,
  rows: Rows,
  names: Readonly<Record<string, string>> = {},
): Promise<readonly [string, FileContent]> {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  const book: WorkBook = { SheetNames: ["Notes", "Data"], Sheets: { Notes: {}, Data: sheet } };
  book.Workbook = { Names: Object.entries(names).map(([Name, Ref]) => ({ Name, Ref })) };
  const bookType = file.endsWith(".xls") ? "biff8" : "xlsx";
  const bytes = new Uint8Array(write(book, { bookType, type: "array" }) as ArrayBuffer);
  return [file, await readFileContent(file, bytes)];
}

const text = async (file: string, content: string): Promise<readonly [string, FileContent]> => [
  file,
  await readFileContent(file, new TextEncoder().encode(content)),
];

/** Runs equations by the interpreter and compiled, which must agree to the bit; gives the columns by name. */
function ran(equations: string, beside: Partial<Beside>): Readonly<Record<string, readonly number[]>> {
  const whole: Beside = { files: new Map(), dataSets: [], ...beside };
  const { model, diagnostics } = readModel(source("small.mdl", dims + equations + times), whole);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { value } = interpret(model!);
  const columns = Object.fromEntries(value!.outputs.map((name, i) => [name, [...value!.columns[i]!]]));
  expect(compiledColumns(model!)).toEqual(columns);
  return columns;
}

function compiledColumns(model: Model): Readonly<Record<string, readonly number[]>> {
  const { program, diagnostics } = compile(model, { inputs: [], outputs: "all" });
  expect(diagnostics).toEqual([]);
  const { outputs, columns } = instantiateNow(program!).run();
  return Object.fromEntries(outputs.map((name, i) => [name, [...columns[i]!]]));
}

// Row 1 is a title; times stand in row 2 and in column A; values begin at B3.
const block: Rows = [
  ["a title"],
  [null, 0, 2, 4, "source: a yearbook"],
  [0, 1, 2, 3],
  [2, 10, 20, 30],
  [4, 100, 200, 300],
];
const blockNames = {
  across: "Data!$B$2:$D$2",
  down: "Data!$A$3:$A$5",
  values: "Data!$B$3:$D$5",
  "whole.row": "Data!$2:$2",
};

for (const file of ["block.xlsx", "block.xls"])
  for (const [what, equations, wanted] of [
    ["a constant", `x = GET DIRECT CONSTANTS('${file}', 'Data', 'C4') ~~|`, { x: [20] }],
    ["GET XLS too", `x = GET XLS CONSTANTS('${file}', 'data', 'c4') ~~|`, { x: [20] }],
    ["a sheet by its number", `x = GET DIRECT CONSTANTS('${file}', '2', 'C4') ~~|`, { x: [20] }],
    ["a row", `x[E] = GET DIRECT CONSTANTS('${file}', 'Data', 'B4') ~~|`, { "x[p]": [10], "x[r]": [30] }],
    ["a column", `x[E] = GET DIRECT CONSTANTS('${file}', 'Data', 'B3*') ~~|`, { "x[p]": [1], "x[r]": [100] }],
    ["a block", `x[D, E] = GET DIRECT CONSTANTS('${file}', 'Data', 'B3') ~~|`, { "x[a,r]": [3], "x[b,p]": [10] }],
    ["transposed", `x[D, E] = GET DIRECT CONSTANTS('${file}', 'Data', 'B3*') ~~|`, { "x[a,r]": [100], "x[b,p]": [2] }],
    [
      "an element's own row",
      `x[a, E] = GET DIRECT CONSTANTS('${file}', 'Data', 'B5') ~~| x[b, E] = 1, 2, 3 ~~|`,
      { "x[a,q]": [200], "x[b,q]": [2] },
    ],
    [
      "all but an element keep their places",
      `x[E] :EXCEPT: [p] = GET DIRECT CONSTANTS('${file}', 'Data', 'B4') ~~| x[p] = 7 ~~|`,
      { "x[p]": [7], "x[q]": [20], "x[r]": [30] },
    ],
    ["data across", `x := GET DIRECT DATA('${file}', 'Data', '2', 'B3') ~~|`, { x: [1, 1.5, 2, 2.5, 3] }],
    ["data down", `x := GET DIRECT DATA('${file}', 'Data', 'A', 'C3') ~~|`, { x: [2, 11, 20, 110, 200] }],
    ["GET XLS DATA", `x := GET XLS DATA('${file}', 'Data', 'a', 'c3') ~~|`, { x: [2, 11, 20, 110, 200] }],
    [
      "data across for each element",
      `x[D] := GET DIRECT DATA('${file}', 'Data', '2', 'B3') ~~|`,
      { "x[a]": [1, 1.5, 2, 2.5, 3], "x[b]": [10, 15, 20, 25, 30] },
    ],
    [
      "data down for each element",
      `x[E] := GET DIRECT DATA('${file}', 'Data', 'A', 'B3') ~~|`,
      { "x[p]": [1, 5.5, 10, 55, 100], "x[r]": [3, 16.5, 30, 165, 300] },
    ],
    ["looked forward", `x :LOOK FORWARD: := GET DIRECT DATA('${file}', 'Data', '2', 'B3') ~~|`, { x: [1, 2, 2, 3, 3] }],
    ["held backward", `x :HOLD BACKWARD: := GET DIRECT DATA('${file}', 'Data', '2', 'B3') ~~|`, { x: [1, 1, 2, 2, 3] }],
    [
      "raw, and a test for what is missing",
      `x :RAW: := GET DIRECT DATA('${file}', 'Data', '2', 'B3') ~~| y = IF THEN ELSE(x = :NA:, -1, x) ~~|`,
      { x: [1, missing, 2, missing, 3], y: [1, -1, 2, -1, 3] },
    ],
    [
      "a lookup",
      `f = GET DIRECT LOOKUPS('${file}', 'Data', '2', 'B3') ~~| x = f(Time + 1) ~~|`,
      { x: [1.5, 2, 2.5, 3, 3] },
    ],
    [
      "lookups by element, in parentheses",
      `f[D](GET XLS LOOKUPS('${file}', 'Data', '2', 'B3')) ~~| x[D] = f[D](Time) ~~|`,
      { "x[b]": [10, 15, 20, 25, 30] },
    ],
    [
      "the name of the file in a variable",
      `book :IS: '${file}' ~~| x = GET DIRECT CONSTANTS(book, 'Data', 'C4') ~~|`,
      { x: [20] },
    ],
    [
      "data, constants and numbers in one variable",
      `x[p] := GET DIRECT DATA('${file}', 'Data', '2', 'B3') ~~| x[q] = GET DIRECT CONSTANTS('${file}', 'Data', 'B5') ~~| x[r] = 5 ~~| y[E] = x[E] * 2 ~~|`,
      { "y[p]": [2, 3, 4, 5, 6], "y[q]": [200], "y[r]": [10] },
    ],
  ] as const)
    test(`${what} in ${file}`, async () => {
      const columns = ran(equations, { files: new Map([await spreadsheet(file, block, blockNames)]) });
      for (const [name, values] of Object.entries(wanted))
        expect(columns[name]?.slice(0, values.length), name).toEqual(values);
    });

// The library that writes the tests' spreadsheets writes no names into .xls.
for (const [what, equations, wanted] of [
  ["a name", `x[D, E] = GET DIRECT CONSTANTS('block.xlsx', 'Data', 'values') ~~|`, { "x[b,q]": [20] }],
  ["names across", `x := GET DIRECT DATA('block.xlsx', 'Data', 'across', 'values') ~~|`, { x: [1, 1.5, 2, 2.5, 3] }],
  [
    "a name for a whole row",
    `x := GET DIRECT DATA('block.xlsx', 'Data', 'whole.row', 'B3') ~~|`,
    { x: [1, 1.5, 2, 2.5, 3] },
  ],
  [
    "names down",
    `x[E] := GET DIRECT DATA('block.xlsx', 'Data', 'down', 'values') ~~|`,
    { "x[q]": [2, 11, 20, 110, 200] },
  ],
] as const)
  test(what, async () => {
    const columns = ran(equations, { files: new Map([await spreadsheet("block.xlsx", block, blockNames)]) });
    for (const [name, values] of Object.entries(wanted))
      expect(columns[name]?.slice(0, values.length), name).toEqual(values);
  });

test("a tag stands for a file that the settings name", async () => {
  const settings =
    "\\\\\\---/// Sketch information - do not modify\nV300\n*View 1\n///---\\\\\\\n:L\u007f<%^E!@\n30:?book=block.xlsx\n";
  const text = `x = GET DIRECT CONSTANTS('?book', 'Data', 'C4') ~~| ${times}\n${settings}`;
  expect(wantsOf(source("small.mdl", text)).files).toEqual(["block.xlsx"]);
  const files = new Map([await spreadsheet("block.xlsx", block)]);
  expect(interpret(readModel(source("small.mdl", text), { files, dataSets: [] }).model!).value!.columns[0]![0]).toBe(
    20,
  );
});

const elementRows: Rows = [
  ["north", "south"],
  [null, "west"],
  [1, 2],
];
for (const [what, cells, wanted] of [
  ["across and then down", "'A1', 'B2', ''", ["north", "south", "west"]],
  ["with a prefix", "'A3', 'B3', 'Age'", ["Age1", "Age2"]],
  ["as far as there is something", "'A1', '', 'x'", ["xnorth", "xsouth", "xwest", "x1", "x2"]],
  ["down to a row", "'B1', '2', ''", ["south", "west"]],
  ["up to a column", "'A1', 'A', 'r'", ["rnorth", "r1"]],
  ["in a named block", "'regions', '', ''", ["north", "south"]],
] as const)
  test(`elements ${what}`, async () => {
    const files = new Map([await spreadsheet("regions.xlsx", elementRows, { regions: "Data!$A$1:$B$1" })]);
    const columns = ran(`Region: GET DIRECT SUBSCRIPT('regions.xlsx', 'Data', ${cells}) ~~| x[Region] = Region ~~|`, {
      files,
    });
    expect(
      Object.entries(columns).flatMap(([name, [value]]) => (name.startsWith("x[") ? [[name, value]] : [])),
    ).toEqual(wanted.map((name, place) => [`x[${name}]`, place + 1]));
  });

for (const [what, file, content, tab] of [
  ["commas", "t.csv", ' ,0,2\r\n0,"1","2"\r\n', ""],
  ["commas that are named", "t.csv", ",0,2\n0,1,2\n", ","],
  ["semicolons", "t.csv", ";0;2\n0;1;2\n", ";"],
  ["tabs", "t.tab", "\t0\t2\r0\t1\t2\r", ""],
  ["tabs in a .txt", "t.txt", "\ufeff\t0\t2\n0\t1\t2", "tab"],
  ["cells that span lines", "t.csv", '"a\nb ""c""",0,2\n0,1,2\n', ""],
] as const)
  test(`a text file with ${what}`, async () => {
    const columns = ran(`x := GET DIRECT DATA('${file}', '${tab}', '1', 'B2') ~~|`, {
      files: new Map([await text(file, content)]),
    });
    expect(columns.x).toEqual([1, 1.5, 2, 2, 2]);
  });

for (const [what, file, content] of [
  ["time down the rows", "data.csv", 'Time,x[a],"x[b]"\n0,1,10\n2,2,\n4,3,30\n'],
  ["time across", "data.tab", 'Time\t0\t2\t4\nX[A]\t1\t2\t3\n"x[b]"\t10\t\t30\n'],
  [".dat", "data.dat", "x[a] / persons\n0 1 first\n2\t2\n4 3\n\nx[b]\n0 10\n4 30\nunused\n0 0\n"],
  ["a series in two parts", "data.dat", "x[a]\n4 3\nx[b]\n0 10\n4 30\nx[a]\n0 1\n2 2\n"],
] as const)
  test(`a data set with ${what}`, () => {
    const columns = ran("x[D] ~~| y[D] = x[D] ~~|", { dataSets: [source(file, content)] });
    expect(columns["y[a]"]).toEqual([1, 1.5, 2, 2.5, 3]);
    expect(columns["y[b]"]).toEqual([10, 15, 20, 25, 30]);
  });

test("the last data set that has a series counts", () => {
  const dataSets = [source("old.dat", "x\n0 1\ny\n0 5\n"), source("new.dat", "x\n0 2\n")];
  expect(ran("x ~~| y ~~| z = x + y ~~|", { dataSets }).z).toEqual([7, 7, 7, 7, 7]);
});

test("an element without data is missing, and that is said", () => {
  const whole = { files: new Map(), dataSets: [source("data.dat", "x[a]\n0 1\n")] };
  const { diagnostics } = readModel(source("small.mdl", `${dims} x[D] ~~| ${times}`), whole);
  expect(diagnostics.map(({ code }) => code)).toEqual(["data-gap"]);
  expect(ran("x[D] ~~|", whole)["x[b]"]).toEqual([missing, missing, missing, missing, missing]);
});

const points = { dataSets: [source("data.dat", "d\n0 4\n1 8\n3 6\nr\n0 1\n2 5\ne[a]\n1 2\n3 6\ne[b]\n2 1\n")] };
for (const [what, equations, wanted] of [
  ["data of data at its points", "d ~~| r ~~| x := d / r ~~|", [4, 8 / 3, 7 / 5, 7 / 5, 7 / 5]],
  ["other data, read another way", "d :RAW: ~~| x :HOLD BACKWARD: := d ~~|", [4, 8, 8, 6, 6]],
  ["data of data of data", "x := y + 1 ~~| y := d * 2 ~~| d ~~|", [9, 17, 15, 13, 13]],
  ["data times a constant", "d ~~| k = 3 ~~| x := d * k ~~|", [12, 24, 21, 18, 18]],
  ["data shifted in time", "d ~~| n = 2 ~~| x := TIME SHIFT(d, n) ~~|", [7, 6, 6, 6, 6]],
  ["data summed up", "d ~~| x := CUMULATE(d) ~~|", [4, 12, 15, 18, 18]],
  ["data summed up at their end", "d ~~| x := CUMULATEF(d) ~~|", [18, 18, 18, 18, 18]],
  // 4, then 4 and 8, then 4, 6 and 8.
  ["the median of the points", "d ~~| x = GET DATA MEDIAN(d, 0, Time) ~~|", [4, 6, 6, 6, 6]],
  ["the median of no points", "d ~~| x = GET DATA MEDIAN(d, 3.5, Time) ~~|", Array(5).fill(missing)],
  [
    "the median of each element",
    "e[D] ~~| x = SUM(GET DATA MEDIAN(e[D!], 0, Time + 1)) ~~|",
    // Of a: 2, 2, 4, 4, 4; of b nothing, then 1.
    [2 + missing, 3, 5, 5, 5],
  ],
  ["GET DATA AT TIME", "d ~~| x = GET DATA AT TIME(d, Time) ~~|", [4, 8, missing, 6, missing]],
  [
    "between times: interpolated",
    "d ~~| x = GET DATA BETWEEN TIMES(d, Time + 0.5, 0) ~~|",
    [6, 7.5, 6.5, missing, missing],
  ],
  ["between times: forward", "d ~~| x = GET DATA BETWEEN TIMES(d, Time, 1) ~~|", [4, 8, 6, 6, missing]],
  ["between times: backward", "d ~~| x = GET DATA BETWEEN TIMES(d, Time, -1) ~~|", [4, 8, 8, 6, missing]],
  ["the first time", "e[D] ~~| x = GET DATA FIRST TIME(e[b]) ~~|", [2, 2, 2, 2, 2]],
  ["the last time", "e[D] ~~| x = SUM(GET DATA LAST TIME(e[D!])) ~~|", [5, 5, 5, 5, 5]],
  ["how many points", "d ~~| x = GET DATA TOTAL POINTS(d, 1, Time) ~~|", [0, 1, 1, 2, 2]],
  ["how many points of each element", "e[D] ~~| x = SUM(GET DATA TOTAL POINTS(e[D!], 0, Time)) ~~|", [0, 1, 2, 3, 3]],
  ["the least", "d ~~| x = GET DATA MIN(d, Time, Time + 2) ~~|", [4, 6, 6, 6, missing]],
  ["the most", "d ~~| x = GET DATA MAX(d, Time, Time + 2) ~~|", [8, 8, 6, 6, missing]],
  ["the mean", "d ~~| x = GET DATA MEAN(d, INITIAL TIME, Time) ~~|", [4, 6, 6, 6, 6]],
  // 4, 8, 6: the squares off their mean of 6 are 4, 4, 0, and 8 over 2 is 4.
  ["the standard deviation", "d ~~| x = INITIAL(GET DATA STDV(d, 0, FINAL TIME)) ~~|", [2, 2, 2, 2, 2]],
  ["a deviation of one point", "d ~~| x = GET DATA STDV(d, 0, 0) ~~|", [missing, missing, missing, missing, missing]],
  ["the time so much later", "x = GET TIME VALUE(0, 1.5, 0) ~~|", [1.5, 2.5, 3.5, 4.5, 5.5]],
  ["the time of the start, so much later", "from = 1 ~~| x = GET TIME VALUE(from, Time, 0) ~~|", [0, 1, 2, 3, 4]],
  ["a time base", "x = TIME BASE(2000, 0.5) ~~|", [2000, 2000.5, 2001, 2001.5, 2002]],
  ["of what is no data", "k = 3 ~~| x = GET DATA AT TIME(k, 0) ~~|", [missing, missing, missing, missing, missing]],
] as const)
  test(what, () => expect(ran(equations, points).x).toEqual(wanted));

test("a constant that scales data can still be changed", () => {
  const { model } = readModel(source("small.mdl", `d ~~| k = 3 ~~| x := d * k ~~| ${times}`), {
    files: new Map(),
    ...points,
  });
  const { value } = interpret(model!, { set: { k: 10 } });
  expect([...value!.columns[value!.outputs.indexOf("x")]!]).toEqual([40, 80, 70, 60, 60]);
});

test("cells with errors and booleans are no numbers", async () => {
  const sheet: Record<string, CellObject | string> = {
    "!ref": "A1:B1",
    A1: { t: "e", v: 42, w: "#N/A" },
    B1: { t: "b", v: true },
  };
  const book = { SheetNames: ["Data"], Sheets: { Data: sheet } };
  const bytes = new Uint8Array(write(book, { bookType: "xlsx", type: "array" }) as ArrayBuffer);
  const files = new Map([["f.xlsx", await readFileContent("f.xlsx", bytes)]]);
  const text = `x = GET DIRECT CONSTANTS('f.xlsx', 'Data', 'A1') ~~| y = GET DIRECT CONSTANTS('f.xlsx', 'Data', 'B1') ~~| ${times}`;
  const { diagnostics } = readModel(source("small.mdl", text), { files, dataSets: [] });
  expect(diagnostics.map(({ code }) => code)).toEqual(["cell-empty", "cell-empty"]);
});
