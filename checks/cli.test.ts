import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { studyCopy } from "./study-copy.ts";

const root = resolve(import.meta.dirname, "..");
const cooling = "checks/models/cooling.mdl";
const faulty = "checks/models/faulty.mdl";
const fresh = () => mkdtempSync(join(tmpdir(), "sequitur-"));

function sequitur(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["packages/cli/bin/sequitur.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("exit codes", () => {
  for (const [what, args, status, says] of [
    ["no verb", [], 2, /Usage/],
    ["an unknown verb", ["simulat"], 2, /unknown command 'simulat'[\s\S]*simulate/],
    ["an unknown option", ["simulate", cooling, "--ot", "x.csv"], 2, /unknown option '--ot'/],
    ["a file that is not there", ["simulate", "nowhere.mdl"], 2, /there is no "nowhere.mdl"/],
    ["a folder that is no study", ["run", "checks"], 2, /holds no study\.yaml/],
    [
      "a setting that is no number",
      ["simulate", cooling, "--set", "Room Temperature=warm"],
      2,
      /"warm" is not a number/,
    ],
    ["a setting without a value", ["simulate", cooling, "--set", "Room Temperature"], 2, /name=value/],
    ["no futures", ["run", "studies/us-strikes-in-mexico", "--futures", "0"], 2, /whole number from 2 up/],
    [
      "a setting of a name that is not there",
      ["simulate", cooling, "--set", "Room Temprature=25"],
      1,
      /Room Temprature[\s\S]*Room Temperature/,
    ],
    ["a model with errors", ["simulate", faulty], 1, /faulty\.mdl:2:/],
    ["a check that finds errors", ["check", faulty], 1, /FROBNICATE/],
    ["a check that finds none", ["check", cooling], 0, /nothing to report/],
    ["documentation of a model with errors", ["document", faulty, "--out", "faulty.html"], 1, /FROBNICATE/],
    ["a conversion into no language", ["convert", cooling, "cooling.vpm"], 2, /must end in \.mdl/],
    ["a conversion of a model with errors", ["convert", faulty, "faulty.xmile"], 1, /not written/],
    ["a file that is no model", ["simulate", "LICENSE"], 1, /LICENSE/],
  ] as const) {
    test(`${what}: ${status}`, () => {
      const { stdout, stderr, ...result } = sequitur(...args);
      expect(`${stdout}${stderr}`).toMatch(says);
      expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at .*\.js:\d+/);
      expect(result.status).toBe(status);
    });
  }
});

describe("help", () => {
  for (const verb of [
    "loops",
    "simulate",
    "check",
    "convert",
    "document",
    "run",
    "merge",
    "worker",
    "calibrate",
    "open",
    "verify",
  ]) {
    test(`${verb} explains itself with examples and exit codes`, () => {
      const { status, stdout } = sequitur(verb, "--help");
      expect(status).toBe(0);
      expect(stdout).toMatch(/Examples:\n\s+\$ sequitur/);
      expect(stdout).toMatch(/Exit codes: 0/);
    });
  }
});

describe("simulate", () => {
  test("writes a column per variable at every save point", () => {
    const { stdout } = sequitur("simulate", cooling, "--out", "-");
    const [header, ...rows] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    expect(header).toContain("Cup Temperature");
    expect(rows.map(([time]) => Number(time))).toEqual([0, 5, 10, 15, 20, 25, 30]);
    // Euler by hand: the difference of 70 shrinks by 1 - 0.25/10 in each of 120 steps.
    const cup = header!.indexOf("Cup Temperature");
    expect(Number(rows.at(-1)![cup])).toBeCloseTo(20 + 70 * 0.975 ** 120, 10);
  });

  test("takes constants and times from the command", () => {
    const { stdout } = sequitur(
      "simulate",
      cooling,
      "--set",
      "Room Temperature=90",
      "--final-time",
      "10",
      "--out",
      "-",
    );
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    const cup = rows[0]!.indexOf("Cup Temperature");
    expect(rows.slice(1).map((row) => Number(row[cup]))).toEqual([90, 90, 90]);
  });

  test("writes tabs into a .tab file", () => {
    const file = join(fresh(), "run.tab");
    expect(sequitur("simulate", cooling, "--out", file).status).toBe(0);
    expect(readFileSync(file, "utf8").split("\n")[0]!.split("\t")[0]).toBe("Time");
  });

  test("a step that is too long for the model is said to have gone wrong, not hidden", () => {
    const { status, stderr } = sequitur(
      "simulate",
      cooling,
      "--set",
      "Cooling Time=1e-320",
      "--out",
      join(fresh(), "x.csv"),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/error +not-finite/);
    expect(stderr).toMatch(/at time \d/);
  });

  test("another seed draws other numbers, the same one the same", () => {
    const model = join(fresh(), "noise.mdl");
    const control = "INITIAL TIME = 0 ~~| FINAL TIME = 5 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|";
    writeFileSync(model, `{UTF-8} x = RANDOM UNIFORM(0, 1, 0) ~~| ${control}`);
    const [plain, zero, seven, again] = [[], ["--seed", "0"], ["--seed", "7"], ["--seed", "7"]].map(
      (seed) => sequitur("simulate", model, ...seed, "--out", "-").stdout,
    );
    expect(plain).toMatch(/^Time,x/);
    expect(zero).toBe(plain);
    expect(again).toBe(seven);
    expect(seven).not.toBe(plain);
  });

  test("with --profile it says where the time went, apart from the figures", () => {
    const { status, stdout, stderr } = sequitur("simulate", cooling, "--out", "-", "--profile");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Time,/);
    const phases = ["parse", "plan", "emit", "compile", "run", "write", "in all"];
    expect(
      stderr
        .trim()
        .split("\n")
        .map((line) => line.replace(/ +[\d.]+ ms$/, "")),
    ).toEqual(phases);
  });
});

describe("loops", () => {
  test("each with its variables and its part along the run", () => {
    const { status, stdout } = sequitur("loops", cooling, "--json");
    const found = JSON.parse(stdout);
    expect([status, found.complete, found.loops.length]).toEqual([0, true, 1]);
    expect(found.loops[0]).toMatchObject({ part: 1, sign: -1 });
    expect(sequitur("loops", cooling).stdout).toMatch(/1 loops?[\s\S]*100 % {2}balances/);
  });

  test("a variable that does not change, or is not there, is named: 2", () => {
    const { status, stderr } = sequitur("loops", cooling, "--of", "Room Temperature");
    expect(stderr).toMatch(/"Room Temperature" is no variable of the model that changes/);
    expect([status, sequitur("loops", cooling, "--of", "Nothing").status]).toEqual([2, 2]);
  });
});

describe("checks of a study", () => {
  test("where one is broken is told, listed, and can be run again", () => {
    const folder = studyCopy();
    const measure = /^measures:\n {2}(\S+):/mu.exec(readFileSync(join(folder, "study.yaml"), "utf8"))![1]!;
    const test = `{ measure: ${measure}, under: every-policy, is: below, limit: -1e9 item }`;
    appendFileSync(
      join(folder, "study.yaml"),
      `\nchecks:\n  never: { says: It is far below nothing., test: ${test} }\n`,
    );
    const file = join(folder, "broken.csv");
    const { status, stdout } = sequitur("run", folder, "--futures", "32", "--threads", "1", "--broken", file);
    expect(stdout).toMatch(
      /0 of 1 checks hold in every future[\s\S]*far below nothing[\s\S]*broken in 31 of 31 futures, such as 0, 1, 2/,
    );
    const rows = readFileSync(file, "utf8").trim().split("\n");
    expect([status, rows.length]).toEqual([0, 32]);
    expect(rows[0]).toMatch(/^scenario,check,policies,/);
    const again = sequitur("run", folder, "--design", file, "--threads", "1", "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ futures: 31, checks: [{ broken: 31 }] });
  });
});

describe("another prior", () => {
  const folder = studyCopy();
  const under = (prior: string, ...more: readonly string[]) => {
    const file = join(fresh(), "prior.yaml");
    writeFileSync(file, `prior: { ${prior} }\n`);
    return sequitur("run", folder, "--threads", "1", "--prior", file, ...more);
  };

  test("weighs the study's own futures", () => {
    const { status, stdout } = under("start: { triangular: [1, 1, 101] }");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /futures, weighed by the prior, tell as much as [\d,.\s]+ drawn[\s\S]*, where the study has \d+ %/,
    );
    expect(JSON.parse(under("start: { triangular: [1, 1, 101] }", "--json").stdout)).toMatchObject({
      kind: "weighted",
    });
  });

  test("is refused where it lies elsewhere, or has errors: 1", () => {
    const outside = under("start: { uniform: [1, 201] }");
    expect([outside.status, outside.stdout]).toEqual([1, expect.stringMatching(/lies where the study draws/)]);
    const unknown = under("strat: { uniform: [1, 2] }");
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringMatching(/Did you mean "start"/)]);
  });
});

describe("calibrate", () => {
  const study = "studies/us-strikes-in-mexico";

  test("fits constants to the past, and writes futures that a run takes", () => {
    const file = join(fresh(), "fit.csv");
    const { status, stdout, stderr } = sequitur("calibrate", study, "--evaluations", "200", "--out", file);
    expect([status, stderr.replace(/Fitting.*\n/g, "")]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /Squared misses, in standard deviations: [\d.]+ as written, [\d.]+ fitted \(\d+ runs, not at rest/,
    );
    expect(stdout).toMatch(/us-deaths-registered +\d+ \([\d.]+ %\)/);
    const [header, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(header).toMatch(/normal-recruitment-rate/);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.split(",").every((value) => Number.isFinite(Number(value)))).toBe(true);
  });

  test("says what is missing where nothing was observed", () => {
    const { status, stderr } = sequitur("calibrate", "checks/study");
    expect(status).toBe(2);
    expect(stderr).toMatch(/nothing to fit to.*deviation/);
  });
});

describe("search", () => {
  test("shows what was found beside the study's own policies, and writes it", () => {
    const file = join(fresh(), "found.json");
    const { status, stdout } = sequitur(
      ...[
        "search",
        "studies/us-strikes-in-mexico",
        "--runs",
        "1",
        "--evaluations",
        "100",
        "--futures",
        "8",
        "--out",
        file,
      ],
    );
    const { goals, found, chosen, studied } = JSON.parse(readFileSync(file, "utf8"));
    expect(goals).toHaveLength(4);
    expect(studied[0]).toEqual({ policy: "status-quo", gains: [0, 0, 0, 0] });
    // A hundred draws may or may not hold one that keeps the limits, and both are told.
    expect(status).toBe(chosen === undefined ? 1 : 0);
    expect(stdout).toMatch(new RegExp(`${found.length} policies that no other one beats`));
    expect(stdout).toMatch(chosen === undefined ? /No policy keeps the limits/ : /set: \{ /);
  });

  test("says what is missing where none is asked for", () => {
    const { status, stderr } = sequitur("search", "checks/study");
    expect(status).toBe(2);
    expect(stderr).toMatch(/asks for no search.*study\.yaml/);
  });
});

describe("data beside the model", () => {
  const times = "INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|\n";
  const folderWith = (files: Readonly<Record<string, string | Uint8Array>>) => {
    const folder = fresh();
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return (name: string) => join(folder, name);
  };
  const columnOf = (stdout: string, name: string) => {
    const [header, ...rows] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    return rows.map((row) => Number(row[header!.indexOf(name)]));
  };

  test("a file of the model's name is found, and one that is given comes before it", () => {
    const at = folderWith({
      "m.mdl": `x ~~| y ~~| ${times}`,
      "m.csv": "Time,x,y\n0,1,5\n2,3,5\n",
      "new.dat": "y\n0 8\n",
    });
    const { stdout, status } = sequitur("simulate", at("m.mdl"), "--data", at("new.dat"), "--out", "-");
    expect([status, columnOf(stdout, "x"), columnOf(stdout, "y")]).toEqual([0, [1, 2, 3], [8, 8, 8]]);
  });

  test("a spreadsheet is read from the model's folder, whatever the case of its name", () => {
    const sheet = utils.aoa_to_sheet([
      [0, 2],
      [10, 30],
    ]);
    const book = { SheetNames: ["S"], Sheets: { S: sheet } };
    const bytes = new Uint8Array(write(book, { bookType: "xlsx", type: "array" }) as ArrayBuffer);
    const at = folderWith({
      "m.mdl": `x := GET DIRECT DATA('Book.XLSX', 'S', '1', 'A2') ~~| ${times}`,
      "book.xlsx": bytes,
    });
    expect(columnOf(sequitur("simulate", at("m.mdl"), "--out", "-").stdout, "x")).toEqual([10, 20, 30]);
    expect(sequitur("check", at("m.mdl")).stderr).toMatch(/nothing to report/);
  });

  test("what is missing is said with its place, and so is a data file that is not there", () => {
    const at = folderWith({ "m.mdl": `x = GET DIRECT CONSTANTS('no.xlsx', 'S', 'A1') ~~| ${times}` });
    const { status, stderr } = sequitur("simulate", at("m.mdl"));
    expect([status, /m\.mdl:1:26 {2}error {2}file-missing/.test(stderr)]).toEqual([1, true]);
    expect(sequitur("simulate", cooling, "--data", "nowhere.dat").status).toBe(2);
  });

  test("a run that agrees with a reference says so; one that does not says where, and by how much", () => {
    const at = folderWith({
      "m.mdl": `x = Time ~~| k = 4 ~~| ${times}`,
      "same.tab": "Time\tx\tk\n0\t0\t4\n2\t2\t\n",
      "other.csv": "Time,x,z\n1,1.25,0\n2,2,0\n",
    });
    const same = sequitur("simulate", at("m.mdl"), "--compare", at("same.tab"));
    expect([same.status, same.stdout]).toEqual([
      0,
      expect.stringMatching(/agrees with .*same\.tab: 2 variables, 3 values/),
    ]);
    const other = sequitur("simulate", at("m.mdl"), "--compare", at("other.csv"));
    expect(other.status).toBe(1);
    expect(other.stdout).toMatch(/^x {2}1 of 2, first at time 1: 1, not 1\.25; off by 0\.25 \(20 %\)$/m);
    expect(other.stdout).toMatch(/but not in the run: z\./);
    expect(sequitur("simulate", at("m.mdl"), "--compare", at("other.csv"), "--absolute", "0.3").status).toBe(0);
    expect(sequitur("simulate", at("m.mdl"), "--compare", at("other.csv"), "--relative", "-1").status).toBe(2);
  });
});
