import { type Model, type TableChange, type TableFault, withVariedTable } from "@sequitur/model";
import type { StudyYaml } from "../schema/study.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

type UncertaintyYaml = StudyYaml["uncertainties"][string];

const problems: Readonly<Record<TableFault, string>> = {
  "no-table": "it is no table",
  "no-other-table": "there is no lookup of the name that it is to go towards",
  "other-shape": "its elements have each their own table, or other elements than the table that it is to go towards",
  "read-backwards": "the model looks for the x of a value in it",
  "no-such-point": "it has no point at that x",
  "never-read": "the model does not read it",
};

/** The constant that an uncertainty is of: one of the model's, or the one that varies a table of it. */
export function constantName({ variable, table }: UncertaintyYaml): string {
  if (table === undefined) return variable;
  if (table === "factor") return `${variable} (factor)`;
  return "at" in table ? `${variable} at ${table.at}` : `${variable} towards ${table.towards}`;
}

/** The model with a constant for each table that differs from future to future. A table that cannot is left as it is. */
export function withVariedTables(model: Model, uncertainties: StudyYaml["uncertainties"], at: Part): Model {
  return Object.entries(uncertainties).reduce((before, [id, yaml]) => {
    const after = yaml.table === undefined ? before : varied(before, yaml, inside(at, id));
    return typeof after === "string" ? before : after;
  }, model);
}

/** Why an uncertainty's table cannot be varied; undefined where it is of a constant, or of a table that can. */
export function tableProblem(model: Model, yaml: UncertaintyYaml, at: Part): string | undefined {
  const outcome = yaml.table === undefined ? model : varied(model, yaml, at);
  return typeof outcome === "string" ? problems[outcome] : undefined;
}

function varied(model: Model, yaml: UncertaintyYaml, at: Part): Model | TableFault {
  const span = valueSpan(inside(at, "variable"));
  return withVariedTable(model, { table: yaml.variable, change: changeOf(yaml), name: constantName(yaml), span });
}

function changeOf({ table }: UncertaintyYaml): TableChange {
  if (table === undefined || table === "factor") return { kind: "factor" };
  return "at" in table ? { kind: "at", x: table.at } : { kind: "towards", other: table.towards };
}
