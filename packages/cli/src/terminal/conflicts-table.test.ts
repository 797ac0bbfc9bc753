import { type ClaimFinding, readStudy } from "@sequitur/study";
import { expect, test } from "vitest";
import { readStudyFolder } from "../file/study-folder.ts";
import { conflictsTable } from "./conflicts-table.ts";

const folder = new URL("../../../../checks/study", import.meta.url).pathname;
const files = new Map(await readStudyFolder(folder));
const sides = "[{ sources: [book], high: 50, says: Little }, { sources: [book], low: 50, says: Much }]";
const yaml = files.get("study.yaml")!;
const plain = readStudy(files).value!;
const disputed = readStudy(
  files.set(
    "study.yaml",
    yaml.replace("spread: { uniform: [1, 101] }", `spread: { uniform: [1, 101] }, conflict: ${sides}`),
  ),
).value!;

const claim = (id: string, low: number, high: number): ClaimFinding => {
  const side = (at: number, share: number) => ({
    side: at,
    futures: 100,
    verdict: share > 0.5 ? ("most" as const) : ("few" as const),
    share,
    interval: [share - 0.05, share + 0.05] as const,
  });
  const conflicts = [{ uncertainty: "start", sides: [side(0, low), side(1, high)], decides: false }];
  const nothing = { course: null, tipping: null, box: null, information: null, driver: null, margin: null };
  return {
    id,
    verdict: "most",
    share: 0.6,
    interval: [0.5, 0.7],
    structures: [],
    priors: [],
    hinges: [],
    conflicts,
    ...nothing,
  };
};

test("each conflict is told with what the sources say and how many verdicts turn on it", () => {
  const claims = [claim("above-hundred", 0.2, 0.8), claim("boost-raises", 0.7, 0.72)];
  expect(conflictsTable(disputed, { claims }, 80)).toEqual([
    "Where sources conflict: the range spans them",
    "  Start: 1 of 2 verdicts turn on it",
    "    1 to 50 item · Little (book)",
    "    50 to 101 item · Much (book)",
  ]);
});

test("a study whose sources agree has none", () => {
  expect(conflictsTable(plain, { claims: [] }, 80)).toEqual([]);
});
