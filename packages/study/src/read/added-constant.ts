import { type Model, nameKey, readUnit, type Span, type Variable } from "@sequitur/model";

export interface ConstantToAdd {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** What asks for it. */
  readonly span: Span;
}

/** A model with one constant more, that nothing in it uses: so that models which differ by it answer to the same names. */
export function withConstant(model: Model, { name, unit, value, span }: ConstantToAdd): Model {
  const variable: Variable = {
    id: model.variables.length as Variable["id"],
    name,
    role: "constant",
    axes: [],
    units: readUnit(model, unit),
    unitsText: unit,
    low: undefined,
    high: undefined,
    comment: "",
    group: undefined,
    hidden: true,
    span,
  };
  const equation: Model["equations"][number] = {
    id: model.equations.length as Model["equations"][number]["id"],
    variable: variable.id,
    loops: [],
    at: [],
    definition: { kind: "constant", values: [value], settable: true },
    span,
  };
  return { ...model, variables: [...model.variables, variable], equations: [...model.equations, equation] };
}

export function hasVariable({ variables }: Model, name: string): boolean {
  return variables.some((variable) => nameKey(variable.name) === nameKey(name));
}
