import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

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
  for (const verb of ["simulate", "check", "convert", "run", "merge", "open", "verify"]) {
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
