import type { Definition, Equation, Expr } from "../model.ts";

/** Start-up computes every equation once, before the first step; a step computes what changes from moment to moment. */
export type Phase = "startup" | "step";

/**
 * The expressions that an equation computes in a phase; undefined where it computes nothing then, so that its value is there
 * already: constants and tables always, stocks and their like within a step.
 */
export function computedIn(phase: Phase, definition: Definition): readonly Expr[] | undefined {
  switch (definition.kind) {
    case "constant":
    case "lookup":
    case "data":
      return undefined;
    case "auxiliary":
      return phase === "startup" ? [definition.initial ?? definition.value] : [definition.value];
    case "initial":
      return phase === "startup" ? [definition.value] : undefined;
    case "stock":
    case "previous":
      return phase === "startup" ? [definition.initial] : undefined;
    case "pipeline":
      return phase === "startup" ? [definition.initial, definition.delay] : undefined;
    case "sample":
      return phase === "startup" ? [definition.initial] : [definition.condition, definition.input];
  }
}

/** Whether start-up computes an equation for its own sake; the others it computes only for those that need them. */
export function isNeededAtStart({ definition }: Equation): boolean {
  switch (definition.kind) {
    case "initial":
    case "stock":
    case "pipeline":
    case "sample":
    case "previous":
      return true;
    case "constant":
    case "auxiliary":
    case "lookup":
    case "data":
      return false;
  }
}
