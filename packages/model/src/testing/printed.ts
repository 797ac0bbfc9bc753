import type { Definition, Equation, Expr, Index, Model, VariableId } from "../model.ts";

/** The equations of a variable and of what is hidden inside it, one a line, as a test can compare them. */
export function printed(model: Model, name: string): string {
  const endings = ["", ":", " ("].map((mark) => ` of ${name}${mark}`);
  const isInside = (hidden: string) =>
    hidden.endsWith(endings[0]!) || endings.slice(1).some((part) => hidden.includes(part));
  const ids = model.variables.filter((v) => v.name === name || (v.hidden && isInside(v.name))).map(({ id }) => id);
  return ids.flatMap((id) => equationsOf(model, id).map((equation) => printEquation(model, equation))).join("\n");
}

function equationsOf({ equations }: Model, id: VariableId): readonly Equation[] {
  return equations.filter(({ variable }) => variable === id);
}

function printEquation(model: Model, { variable, at, definition }: Equation): string {
  return `${printPlace(model, variable, at)} = ${printDefinition(model, definition)}`;
}

function printDefinition(model: Model, definition: Definition): string {
  const print = (expr: Expr) => printExpr(model, expr);
  switch (definition.kind) {
    case "constant":
      return definition.values.join(", ") + (definition.settable ? "" : " (fixed)");
    case "auxiliary":
      return definition.initial
        ? `${print(definition.value)}, at first ${print(definition.initial)}`
        : print(definition.value);
    case "initial":
      return `initial ${print(definition.value)}`;
    case "stock":
      return `stock ${print(definition.rate)} from ${print(definition.initial)}`;
    case "pipeline":
      return `pipeline ${print(definition.input)} by ${print(definition.delay)} from ${print(definition.initial)}`;
    case "sample":
      return `sample ${print(definition.input)} if ${print(definition.condition)} from ${print(definition.initial)}`;
    case "previous":
      return `previous ${print(definition.input)} from ${print(definition.initial)}`;
    case "lookup":
      return definition.tables.map(({ xs, ys }) => xs.map((x, k) => `(${x},${ys[k]})`).join(" ")).join("; ");
    case "data":
      return "data";
  }
}

function printExpr(model: Model, expr: Expr): string {
  const print = (inner: Expr) => printExpr(model, inner);
  switch (expr.kind) {
    case "number":
      return String(expr.value);
    case "variable":
      return printPlace(model, expr.id, expr.at);
    case "position":
      return `place(${expr.at.kind === "fixed" ? expr.at.position : `#${expr.at.loop}: ${expr.at.positions.join(" ")}`})`;
    case "call":
      return `${expr.builtin.id}(${expr.args.map(print).join(", ")})`;
    case "lookup": {
      const { table, reading, x } = expr;
      const name = "variable" in table ? printPlace(model, table.variable, table.at) : "table";
      return `${name}${reading === "table" ? "" : ` ${reading}`} at ${print(x)}`;
    }
    case "reduce":
      return `${expr.by}<${expr.loops.map(({ size }) => size).join(" ")}>(${print(expr.body)})`;
    case "element":
      return `${printPlace(model, expr.id, expr.at)} + ${print(expr.offset)} else ${expr.otherwise}`;
    case "fold":
      return `fold<${expr.loop.size}>(${print(expr.start)}, ${print(expr.next)})`;
    case "carried":
      return `carried#${expr.loop}`;
  }
}

/** `x[a, #0]`: at a, and as loop 0 turns through the axis; what it goes through is named where that is not all of it. */
function printPlace({ variables }: Model, id: VariableId, at: readonly Index[]): string {
  const { name, axes } = variables[id]!;
  if (at.length === 0) return name;
  const parts = at.map((index, k) => {
    const { elements } = axes[k]!;
    if (index.kind === "fixed") return elements[index.position];
    const whole =
      index.positions.length === elements.length && index.positions.every((position, turn) => position === turn);
    return whole
      ? `#${index.loop}`
      : `#${index.loop}: ${index.positions.map((position) => elements[position]).join(" ")}`;
  });
  return `${name}[${parts.join(", ")}]`;
}
