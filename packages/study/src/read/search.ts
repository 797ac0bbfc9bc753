import type { StudyYaml } from "../schema/study.ts";
import { amountOf } from "./amount.ts";
import { report } from "./diagnostics.ts";
import { checkId, type Reading } from "./reading.ts";
import type { Lever, Measure, SearchAim, Study } from "./study.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

type SearchYaml = NonNullable<StudyYaml["search"]>;

/** What policies are to be sought, its measures, units and levers held against the study. Undefined where none is asked for. */
export function searchOf(reading: Reading, measures: readonly Measure[], levers: readonly Lever[]): Study["search"] {
  const { file, data } = reading.study;
  if (data.search === undefined) return undefined;
  const { goals, limits, levers: named } = data.search;
  const at = { file, path: ["search"] };
  for (const [i, id] of (named ?? []).entries())
    checkId(reading, "lever", id, data.levers, valueSpan(inside(at, "levers", i)));
  return {
    goals: goals.flatMap((goal, i) =>
      aimOf(reading, measures, goal.measure, goal.step, inside(at, "goals", i), "step"),
    ),
    limits: limits.flatMap((limit, i) =>
      aimOf(reading, measures, limit.measure, limit["worse-by"], inside(at, "limits", i), "worse-by"),
    ),
    levers: levers.filter(({ id }) => named === undefined || named.includes(id)),
    reachedIn: data.search["reached-in"],
  };
}

function aimOf(
  reading: Reading,
  measures: readonly Measure[],
  id: string,
  yaml: SearchYaml["goals"][number]["step"],
  at: Part,
  key: "step" | "worse-by",
): readonly SearchAim[] {
  const { found, study } = reading;
  checkId(reading, "measure", id, study.data.measures, valueSpan(inside(at, "measure")));
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined) return [];
  if (measure.better === "neither") {
    found.push(report("no-better-side", valueSpan(inside(at, "measure")), { measure: id }));
    return [];
  }
  const { unit, figureUnit, figure, variable: name } = measure;
  const amount = amountOf(reading, yaml, { name, unit, figureUnit, reduce: figure.reduce }, inside(at, key));
  if (amount === undefined) return [];
  if (amount.kind === "fraction" || (key === "step" && amount.value === 0)) {
    found.push(report("bad-amount", valueSpan(inside(at, key)), { text: String(yaml) }));
    return [];
  }
  return [{ measure, amount: amount.value }];
}
