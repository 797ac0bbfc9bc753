import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { studyCopy } from "./study-copy.ts";

const root = resolve(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/store.md"), "utf8");

function sequitur(...args: readonly string[]) {
  return spawnSync(process.execPath, ["packages/cli/bin/sequitur.mjs", ...args], { cwd: root, encoding: "utf8" });
}

const folder = studyCopy();
const alone = JSON.parse(sequitur("run", folder, "--threads", "1", "--json").stdout);

function filesOf(store: string): readonly string[] {
  if (!existsSync(store)) return [];
  return readdirSync(store, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".parquet"))
    .map((name) => join(store, name))
    .sort();
}

/** What the page about the store says to run, on the small study. */
function example(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)!;
  return text!.replaceAll("STUDY", folder);
}

describe("other tools read what is kept, as docs/store.md shows", () => {
  test("DuckDB", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = (await connection.runAndReadAll(example("sql"))).getRowObjects();
    expect(rows.map(({ policy, futures }) => [policy, futures])).toEqual([
      ["as-is", 4096n],
      ["boost", BigInt(4096 - alone.failed)],
    ]);
    // The level after ten months is start + 10 inflow + 10 extra; its mean is 51 + 50, to within the evenness of the points.
    expect(Number(rows[0]!.level)).toBeCloseTo(101, 0);
    const [sick] = (await connection.runAndReadAll(failedQuery())).getRowObjects();
    expect(sick!.failed).toBe(BigInt(alone.failed));
  });

  const python = spawnSync("python3", ["-c", "import pandas, pyarrow"]).status === 0;
  const why = python ? "" : " (skipped: no python3 with pandas and pyarrow)";
  test.skipIf(!python)(`Python${why}`, () => {
    const { stdout, stderr } = spawnSync("python3", ["-c", example("python")], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({ "as-is": 4096, boost: 4096 });
  });
});

function failedQuery(): string {
  return `SELECT count(DISTINCT scenario) AS failed FROM '${folder}/.sequitur/runs/futures-*/*.parquet' WHERE NOT isfinite("Order at 10")`;
}

test("futures that gave no number are listed with the policy and their inputs, and left out of every share", () => {
  const file = join(folder, "failed.csv");
  expect(sequitur("run", folder, "--failed", file).status).toBe(0);
  const [header, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(header).toBe("scenario,policies,start,inflow");
  expect(rows.length).toBe(alone.failed);
  for (const row of rows) {
    const [, policies, start] = row.split(",");
    // The boost takes 5 from the start before its logarithm.
    expect([policies, Number(start) < 5]).toEqual(["boost", true]);
  }
  // Of 100 starts from 1 up, four are below 5.
  expect(alone.failed / 4096).toBeCloseTo(0.04, 2);
});

describe("parts that were run apart give the findings of one run", () => {
  test("ranges into one folder, then into two, merged", () => {
    const [store, other] = [join(studyCopy(), "parts"), join(studyCopy(), "parts")];
    for (const [range, into] of [
      ["0..999", store],
      ["3000..5119", store],
      ["1000..2999", other],
    ] as const)
      expect(sequitur("run", folder, "--range", range, "--store", into).stdout).toContain(`${range} of 0..5119`);
    const partly = sequitur("merge", folder, "--store", store);
    expect([partly.status, partly.stderr]).toEqual([1, expect.stringMatching(/missing: 1000\.\.2999\. /)]);
    expect(JSON.parse(sequitur("merge", folder, "--store", store, other, "--json").stdout)).toEqual(alone);
  });

  test("a part that is cut short is named, and found missing", () => {
    const store = join(studyCopy(), "parts");
    sequitur("run", folder, "--range", "0..5119", "--store", store);
    const [file] = filesOf(store);
    truncateSync(file!, 1000);
    const { status, stderr } = sequitur("merge", folder, "--store", store);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/cut short[\s\S]*missing: 0\.\.4095/)]);
  });

  test("another engine's or study's futures do not count", () => {
    const store = join(studyCopy(), "parts");
    sequitur("run", folder, "--range", "0..5119", "--store", store, "--seed", "2");
    expect(sequitur("merge", folder, "--store", store).stderr).toMatch(/missing: 0\.\.4095, 4096\.\.5119/);
  });

  for (const [what, args, says] of [
    ["a range past the last future", ["run", folder, "--range", "0..5120"], /0\.\.5119/],
    ["a range that ends before it starts", ["run", folder, "--range", "9..3"], /such as 0\.\.99999/],
    ["a merge of no store", ["merge", folder], /--store/],
  ] as const)
    test(`${what} is bad usage`, () => {
      const { status, stderr } = sequitur(...args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
    });
});

describe("futures from a file", () => {
  const written = (text: string) => {
    const file = join(studyCopy(), "futures.csv");
    writeFileSync(file, text);
    return file;
  };

  test("are those that are examined, from text and from what a run kept", () => {
    const csv = written("start,Inflow\n10,1\n60,5\n90,3\n20,9\n");
    const { claims, futures } = JSON.parse(sequitur("run", folder, "--design", csv, "--json").stdout);
    // start + 10 inflow: 20, 110, 120, 110.
    expect([futures, claims[0].share]).toEqual([4, 0.75]);
    const [kept] = filesOf(join(folder, ".sequitur")).filter((name) => name.includes("futures-"));
    const again = JSON.parse(sequitur("run", folder, "--design", kept!, "--json").stdout);
    // Whichever run kept the file, those of the text at the least.
    expect(again.futures).toBeGreaterThanOrEqual(4);
  });

  for (const [what, text, says] of [
    ["without a column", "start\n1\n", /number for: inflow/],
    ["with what is no number", "start,inflow\n1,x\n", /number for: inflow/],
    ["without rows", "start,inflow\n", /number for: start, inflow/],
    ["with a ragged row", "start,inflow\n1\n", /Row 1 has 1 values for 2 names/],
  ] as const)
    test(`${what} are bad usage`, () => {
      const { status, stderr } = sequitur("run", folder, "--design", written(text));
      expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
    });
});

test("Ctrl-C keeps what is finished, and the same command goes on from there", async () => {
  const stopped = studyCopy();
  const args = ["packages/cli/bin/sequitur.mjs", "run", stopped, "--futures", "3000000"];
  const child = spawn(process.execPath, args, { cwd: root });
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += String(data);
    if (!child.killed && filesOf(join(stopped, ".sequitur")).length > 0) child.kill("SIGINT");
  });
  const [status] = await once(child, "close");
  expect([status, said]).toEqual([1, expect.stringMatching(/stopped\. What is finished is kept/)]);
  const again = sequitur("run", stopped, "--json");
  // The first futures of a longer design are those of a shorter one.
  expect(again.stderr).toMatch(/^2\D048 runs: .* 4\D096 futures are there from before\./);
  expect(JSON.parse(again.stdout)).toEqual(alone);
});
