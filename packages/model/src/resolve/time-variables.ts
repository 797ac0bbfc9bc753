import { source } from "../source/source.ts";
import type { Span } from "../source/span.ts";
import { span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SimulationSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";

/** What the four times and Time are called; a file that gives them as numbers gets them as constants of these names. */
export const timeNames = {
  time: "Time",
  initialTime: "INITIAL TIME",
  finalTime: "FINAL TIME",
  timeStep: "TIME STEP",
  saveStep: "SAVEPER",
} as const;

type Given = "initialTime" | "finalTime" | "timeStep" | "saveStep";

/** The tree's variables, and a constant for each time that the file gives as a number beside them. */
export function variablesWithTimes(tree: SyntaxTree): readonly VariableSyntax[] {
  const { simulation, variables } = tree;
  const present = new Set(variables.map((variable) => nameKey(variable.name)));
  const place = placeOfTimes(tree);
  const hasStep = simulation.timeStep !== undefined || present.has(nameKey(timeNames.timeStep));
  const times = (["initialTime", "finalTime", "timeStep", "saveStep"] as const).flatMap((which) => {
    const expression = present.has(nameKey(timeNames[which])) ? undefined : given(simulation, which, hasStep, place);
    return expression ? [constant(which, expression, simulation, place)] : [];
  });
  return [...variables, ...times];
}

/** Where to say something about the times of a model that does not say anything of them itself. */
export function placeOfTimes(tree: SyntaxTree): Span {
  return tree.simulation.span ?? tree.variables[0]?.nameSpan ?? span(source(tree.name, ""), 0, 0);
}

function given(simulation: SimulationSyntax, which: Given, hasStep: boolean, place: Span): SyntaxExpr | undefined {
  const value = simulation[which];
  if (value !== undefined) return { kind: "number", value, span: place };
  if (which !== "saveStep") return undefined;
  // What is not said to be saved less often is saved at every step. That a step is missing is said of the step alone.
  if (!hasStep) return { kind: "number", value: 1, span: place };
  return { kind: "reference", name: timeNames.timeStep, subscripts: [], span: place };
}

function constant(which: Given, expression: SyntaxExpr, simulation: SimulationSyntax, place: Span): VariableSyntax {
  const text = simulation.timeUnits;
  return {
    name: timeNames[which],
    nameSpan: place,
    subscripts: [],
    except: [],
    definition: { kind: "equation", expression },
    units: text === undefined ? undefined : { text, span: place, low: undefined, high: undefined, step: undefined },
    comment: "",
    group: undefined,
    supplementary: false,
    modulePath: [],
    span: place,
  };
}
