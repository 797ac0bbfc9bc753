import { type Model, nameKey, type Variable } from "@sequitur/model";

/**
 * A model without what depends on where its text stands: no places, names instead of ids, in an order that does not depend on the
 * order of the file. The drawing is left out: a model that has none gets one when it is written.
 */
export function plainModel(model: Model) {
  const { equations, groups, realityChecks, simulation, unitNames } = model;
  return {
    groups: withoutPlaces(model, groups),
    realityChecks: withoutPlaces(model, realityChecks),
    dimensions: model.dimensions.map(({ name, elements }) => ({ name, elements })),
    variables: sortedByJson(model.variables.map((variable) => plainVariable(model, variable))),
    equations: sortedByJson(equations.map(({ id: _id, ...equation }) => withoutPlaces(model, equation))),
    simulation: withoutPlaces(model, simulation),
    units: [...unitNames.keys()].sort(),
  };
}

/** What every reader of a model sees of its variables, whatever language the model is written in. */
export function faceOf(model: Model) {
  const shown = model.variables.filter(({ hidden }) => !hidden);
  return new Map(
    shown.map((variable) => {
      const { name, axes, unitsText, low, high, comment, group } = plainVariable(model, variable);
      return [
        nameKey(name),
        { axes, unitsText, low, high, comment: plainComment(comment), group: group && nameKey(group) },
      ];
    }),
  );
}

/** Vensim drops the indents of a comment, and cannot have in it the marks that end one. */
function plainComment(comment: string): string {
  const lines = comment.split("\n").map((line) => line.trim());
  return lines.join("\n").replaceAll("~", "∼").replaceAll("|", "¦").trim();
}

function plainVariable(model: Model, variable: Variable) {
  const { id: _id, span: _span, axes, units: _units, ...rest } = variable;
  return {
    ...rest,
    axes: axes.map(({ dimension, elements }) => ({ dimension: model.dimensions[dimension]!.name, elements })),
  };
}

/** Ids of variables are named; a built-in is known by its id. */
function withoutPlaces(model: Model, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutPlaces(model, each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (/span$/iu.test(key)) return [];
      if (key === "builtin") return [[key, (part as { readonly id: string }).id]];
      const isId = (key === "variable" || key === "id") && typeof part === "number";
      return [[key, isId ? model.variables[part]!.name : withoutPlaces(model, part)]];
    }),
  );
}

function sortedByJson<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, key: JSON.stringify(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ value }) => value);
}
