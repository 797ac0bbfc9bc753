import type { HorizonFinding } from "@sequitur/study";
import { readStudy } from "@sequitur/study";
import { expect, test } from "vitest";
import { readStudyFolder } from "../file/study-folder.ts";
import { horizonsTable } from "./horizons-table.ts";

const folder = new URL("../../../../checks/study", import.meta.url).pathname;
const study = readStudy(await readStudyFolder(folder)).value!;
const change = { p5: 0, p25: 0, p50: 0, p75: 0, p95: 0 };

/** The boost's effect on the level and on the order, as shares of the baseline. */
const horizon = (after: number, level: number | null, order: number): HorizonFinding => {
  const measure = (id: string, relative: number | null) => ({ measure: id, change, betterShare: null, relative });
  return { after, policies: [{ id: "boost", measures: [measure("level", level), measure("order", order)] }] };
};

test("effects of a twentieth and more at some horizon are told, each with its sign", () => {
  expect(
    horizonsTable(study, { horizons: [horizon(0.5, null, 0.01), horizon(2, -0.004, 0.02), horizon(9, 0.126, -0.03)] }),
  ).toEqual([
    "When effects appear: median change against As is",
    "         0.5 Month  2 Month  9 Month",
    "Boost",
    "  Level  –          0 %      +13 %",
  ]);
});

test("where none is so large, or no horizon is named, nothing is told", () => {
  expect(horizonsTable(study, { horizons: [horizon(2, 0.04, -0.01)] })).toEqual([]);
  expect(horizonsTable(study, { horizons: [] })).toEqual([]);
});
