import { describe, expect, test } from "vitest";
import { sampleJob } from "../execute/sample-job.ts";
import { fillStore } from "../store/fill-store.ts";
import { memoryFolder } from "../store/folder.ts";
import { openStore } from "../store/store.ts";
import { openDesign } from "./designs.ts";
import { readCsvTable, readParquetTable, type TableFile } from "./table-file.ts";

const entries = (file: TableFile) => ("columns" in file ? Object.fromEntries(file.columns) : file.problem.code);

describe("a table of futures from comma-separated text", () => {
  for (const [what, text, want] of [
    ["plain", "a,b\n1,2\n3,4e-1\n", { a: [1, 3], b: [2, 0.4] }],
    [
      "with a mark of its encoding, and lines that end otherwise",
      "\ufeffa,b\r\n1,2\r\n\r\n3,4",
      { a: [1, 3], b: [2, 4] },
    ],
    ["with quoted names", '"a, b","say ""c"""\n1, 2', { "a, b": [1], 'say "c"': [2] }],
    ["with what is no number", "a\nx\n", { a: [Number.NaN] }],
    ["with an empty cell", "a,b\n,2\n", { a: [Number.NaN], b: [2] }],
    ["ragged", "a,b\n1\n", "design-file"],
    ["empty", "", "design-file"],
  ] as const)
    test(what, () => expect(entries(readCsvTable(text))).toEqual(want));
});

test("from Parquet, such as a run keeps", async () => {
  const job = sampleJob(20);
  const folder = memoryFolder();
  const store = await openStore(job, folder);
  await fillStore(store, { threads: 0 });
  const file = await readParquetTable(await folder.read((await folder.names())[0]!));
  const column = "columns" in file ? file.columns.get("growth rate")!.slice(0, 20) : [];
  expect(column).toEqual([...(await store.experiments().input(0))]);
});

test("what is no Parquet is a problem, whatever it is", async () => {
  for (const text of ["", "PAR1", "PAR1 and then nothing that is one PAR1", "a,b\n1,2\n"])
    expect(entries(await readParquetTable(new TextEncoder().encode(text)))).toBe("design-file");
});

test("gives the inputs themselves, whatever their distributions", () => {
  const design = openDesign(
    {
      kind: "table",
      columns: [
        [7, -3e9],
        [0.5, 1],
      ],
    },
    2,
    1,
  );
  const into = new Float64Array(2);
  design.point(1, into);
  expect([design.size, design.gives, [...into]]).toEqual([2, "inputs", [-3e9, 1]]);
});
