import { test } from "vitest";
import type { Beside, FileContent } from "../data/file-content.ts";
import { source } from "../source/source.ts";
import { expectDataFaults, expectFaultsBeside } from "../testing/small-model.ts";

const cells = [
  [1, 2, "many"],
  [0, "", 5],
].flatMap((row, r) => row.flatMap((value, column) => (value === "" ? [] : [{ row: r, column, value }])));
const workbook: FileContent = { kind: "workbook", workbook: { sheets: [{ name: "Data", cells }], names: [] } };
const beside: Beside = {
  files: new Map<string, FileContent>([
    ["f.xlsx", workbook],
    ["t.csv", { kind: "text", text: "1,2,many\n0,,5\n" }],
    ["broken.xlsx", { kind: "unreadable", why: "it is cut off" }],
  ]),
  dataSets: [source("data.dat", "d\n0 1\n")],
};

for (const [what, equations, ...codes] of [
  ["a file that is not there", "x = GET DIRECT CONSTANTS(«'g.xlsx'», 'Data', 'A1') ~~|", "file-missing"],
  ["a file in another format", "x = GET DIRECT CONSTANTS(«'f.xls'», 'Data', 'A1') ~~|", "file-instead"],
  ["a file that cannot be read", "x = GET DIRECT CONSTANTS(«'broken.xlsx'», 'Data', 'A1') ~~|", "file-unreadable"],
  ["a sheet that is not there", "x = GET DIRECT CONSTANTS('f.xlsx', «'Date'», 'A1') ~~|", "sheet-missing"],
  ["a cell that is none", "x = GET DIRECT CONSTANTS('f.xlsx', 'Data', «'5C'») ~~|", "no-such-cell"],
  ["a cell beyond the sheet", "x = GET DIRECT CONSTANTS('f.xlsx', 'Data', «'XFE1'») ~~|", "no-such-cell"],
  ["an empty cell", "x = GET DIRECT CONSTANTS('f.xlsx', 'Data', «'B2'») ~~|", "cell-empty"],
  ["a text where a number should be", "x = GET DIRECT CONSTANTS('t.csv', ',', «'C1'») ~~|", "cell-not-a-number"],
  ["a line of times that is none", "x := GET DIRECT DATA('f.xlsx', 'Data', «'ABCD'», 'A2') ~~|", "no-such-line"],
  ["no times above the values", "x := GET DIRECT DATA('f.xlsx', 'Data', '9', «'A2'») ~~|", "series-empty"],
  ["a text among the values", "x := GET DIRECT DATA('f.xlsx', 'Data', '2', «'A1'») ~~|", "point-not-a-number"],
  ["elements without values", "x[D] := GET DIRECT DATA('f.xlsx', 'Data', '1', «'A2'») ~~|", "data-gap"],
  ["an argument that is no text", "x = GET DIRECT CONSTANTS('f.xlsx', 'Data', «A1») ~~|", "external-argument"],
  ["an argument too few", "x = «GET DIRECT CONSTANTS('f.xlsx', 'A1')» ~~|", "argument-count"],
  [
    "more dimensions than a sheet",
    "x[D, E, F] = «GET DIRECT CONSTANTS('f.xlsx', 'Data', 'A1')» ~~|",
    "external-dimensions",
  ],
  [
    "constants inside an expression",
    "x = 1 + «GET DIRECT CONSTANTS»('f.xlsx', 'Data', 'A1') ~~|",
    "external-misplaced",
  ],
  ["elements of no dimension", "x = «GET DIRECT SUBSCRIPT('f.xlsx', 'Data', 'A1', '', '')» ~~|", "external-misplaced"],
  ["a data variable without data", "«x» ~~|", "data-missing"],
  ["points of what is no data", "k = 1 ~~| x = GET DATA MEAN(«k», 0, 1) ~~|", "not-data"],
  ["a shift of what is no data", "k = 1 ~~| x := TIME SHIFT(«k», 1) ~~|", "shift-of-no-data"],
  ["a shift that moves", "d ~~| x := TIME SHIFT(d, «Time») ~~|", "constant-shift"],
  ["a shift inside an expression", "d ~~| x = 1 + «TIME SHIFT»(d, 1) ~~|", "external-misplaced"],
  ["a time by the computer's clock", "x = GET TIME VALUE(«2», 0, 0) ~~|", "time-value-from"],
  ["a time from what moves", "x = GET TIME VALUE(«Time», 0, 0) ~~|", "time-value-from"],
  ["a month", "x = GET TIME VALUE(0, 0, «3») ~~|", "time-value-measure"],
  ["data of what moves", "d ~~| x := «d * Time» ~~|", "data-expression"],
] as const)
  test(what, () => expectFaultsBeside(`D: a, b ~~| E: p, q ~~| F: u, v ~~| ${equations}`, beside, codes));

for (const [what, file, marked, ...codes] of [
  ["numbers before any name", "d.dat", "«1 2»\nx\n0 1\n", "data-without-name"],
  ["a time base", "d.dat", "«x <year>»\n0 1\n", "data-time-base"],
  ["a table without times", "d.csv", "«T»ime,x\nJanuary,1\n", "data-without-times"],
  ["a text in a table", "d.csv", "Time,x\n0,1\n1,«many»\n", "data-not-a-number"],
] as const)
  test(`a data set with ${what}`, () => expectDataFaults(file, marked, codes));
