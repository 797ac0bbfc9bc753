import { type ClockReading, type Expr, expressionsOf, type Model, type Term, type VariableId } from "@sequitur/model";

/** What values are computed from, in the order of writing, some of it more than once. A lookup's table is not among the variables. */
export interface Reads {
  readonly variables: readonly VariableId[];
  readonly clock: readonly ClockReading[];
}

/** What each equation of a model reads, in their order. */
export function equationReads({ equations }: Model): readonly Reads[] {
  return equations.map(({ definition }) => readsOf(expressionsOf(definition)));
}

export function readsOf(parts: readonly Expr[]): Reads {
  const reads: Collected = { variables: [], clock: [] };
  for (const part of parts) addReads(part, reads);
  return reads;
}

interface Collected {
  readonly variables: VariableId[];
  readonly clock: ClockReading[];
}

function addReads(expr: Expr, to: Collected): void {
  switch (expr.kind) {
    case "number":
    case "position":
    case "carried":
      return;
    case "variable":
      to.variables.push(expr.id);
      return;
    case "call":
      addClockReadings(expr.builtin.behaviour.meaning, to);
      for (const arg of expr.args) addReads(arg, to);
      return;
    case "lookup":
      addReads(expr.x, to);
      return;
    case "reduce":
      addReads(expr.body, to);
      return;
    case "element":
      to.variables.push(expr.id);
      addReads(expr.offset, to);
      return;
    case "fold":
      addReads(expr.start, to);
      addReads(expr.next, to);
      return;
  }
}

function addClockReadings(term: Term, to: Collected): void {
  if (term.kind === "clock") to.clock.push(term.reading);
  if (term.kind === "primitive") for (const arg of term.args) addClockReadings(arg, to);
}
