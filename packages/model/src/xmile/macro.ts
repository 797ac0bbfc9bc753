import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { MacroInputSyntax, MacroSyntax, NameSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import { ArraySpelling } from "./array-spelling.ts";
import { drivenFlowsOf, flowsOntoBelts } from "./conveyor.ts";
import { attributeName, nameIn } from "./element-name.ts";
import { parseEquation } from "./equation-parser.ts";
import { arraysOf, graphsOf, variablesOf } from "./model-element.ts";
import { scopeIn } from "./scope.ts";
import type { SourcedText } from "./sourced-text.ts";
import { readVariable, type VariableContext } from "./variable.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml-element.ts";

type MacroContext = Omit<VariableContext, "scope" | "source" | "driven" | "ontoBelts">;

/** Reads a `<macro>` (XMILE 1.0, 4.8). Its value, the macro's own equation, becomes a variable of the macro's name. */
export function readMacro(element: XmlElement, common: MacroContext): MacroSyntax | undefined {
  const { found, dimensions } = common;
  const name = attributeName(element, "name", found);
  if (name === undefined || saysWhatHolds(element, name.name)) return undefined;
  refuseParts(element, name.name, found);
  const outline = {
    name: name.name,
    path: undefined,
    variables: arraysOf(element, dimensions),
    graphs: graphsOf(element),
  };
  const scope = scopeIn(outline, [], dimensions);
  const context = {
    ...common,
    scope,
    source: () => undefined,
    driven: drivenFlowsOf(element),
    ontoBelts: flowsOntoBelts(element),
  };
  const inputs = childrenNamed(element, "parm").map((parameter) => inputOf(parameter, context));
  const variables = variablesOf(element).flatMap((variable) => readVariable(variable, context));
  const value = valueVariable(element, name, variables, context);
  return { name: name.name, inputs, outputs: [], variables: [...value, ...variables], span: element.tag };
}

function inputOf(parameter: XmlElement, context: VariableContext): MacroInputSyntax {
  const name = nameIn(parameter.text);
  const text = parameter.attributes.get("default");
  return text === undefined ? name : { ...name, default: expressionOf(text, name.name, context) };
}

function expressionOf(text: SourcedText, name: string, { scope, derived, found }: VariableContext): SyntaxExpr {
  const owner = { name, dimensions: [], elements: undefined };
  return parseEquation(text, new ArraySpelling(scope, owner, derived, found), found);
}

function valueVariable(
  element: XmlElement,
  name: NameSyntax,
  variables: readonly VariableSyntax[],
  context: VariableContext,
): readonly VariableSyntax[] {
  const text = childNamed(element, "eqn")?.text;
  if (text === undefined) {
    context.found.push(report("missing-equation", element.tag, { name: name.name }));
    return [];
  }
  const expression = expressionOf(text, name.name, context);
  if (variables.some((variable) => nameKey(variable.name) === nameKey(name.name))) {
    if (!isNamed(expression, name.name)) refuse(element, name.name, "has a variable of its own name", context.found);
    return [];
  }
  return [
    {
      name: name.name,
      nameSpan: name.span,
      subscripts: [],
      except: [],
      definition: { kind: "equation", expression },
      units: undefined,
      comment: "",
      group: undefined,
      supplementary: false,
      modulePath: [],
      span: element.tag,
    },
  ];
}

function isNamed(expression: SyntaxExpr, name: string): boolean {
  return expression.kind === "reference" && nameKey(expression.name) === nameKey(name);
}

/** A filter that says of flows that are not negative what holds of them anyway, as the standard's own example has it. */
function saysWhatHolds(element: XmlElement, name: string): boolean {
  const [flow, isSo] = childrenNamed(element, "parm").map(({ text }) => wordsOf(text));
  const equation = wordsOf(childNamed(element, "eqn")?.text);
  return (
    nameKey(name) === nameKey("non_negative") &&
    element.attributes.get("filter")?.text.trim() === "flow" &&
    equation === `if ${isSo} then max(${flow},0) else ${flow}`
  );
}

function wordsOf(text: SourcedText | undefined): string {
  return (text?.text ?? "")
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/ ?([(,]) ?| (?=\))/gu, "$1");
}

function refuseParts(element: XmlElement, name: string, found: Diagnostic[]): void {
  if (childNamed(element, "sim_specs")) refuse(element, name, "is a macro with a run of its own", found);
  if (element.attributes.has("filter")) refuse(element, name, "changes how every stock or flow behaves", found);
}

function refuse({ tag }: XmlElement, name: string, what: string, found: Diagnostic[]): void {
  found.push(report("unsupported-in-xmile", tag, { name, what }));
}
