import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import { numberText } from "../syntax/number-text.ts";
import { nameAt } from "../syntax/numbered-names.ts";
import type {
  DataInterpolation,
  DimensionSyntax,
  ElementSyntax,
  GroupSyntax,
  IntegrationMethod,
  MacroSyntax,
  RealityCheckSyntax,
  SyntaxTree,
  UnitsSyntax,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { commentText } from "./comment-text.ts";
import { lookupText, subscriptsText, vensimExpression } from "./expression-text.ts";
import { nameText } from "./name-text.ts";
import { originLines } from "./origin-lines.ts";

/**
 * Writes a tree of Vensim's own forms as an `.mdl` file, in the order that Vensim keeps: macros, dimensions, equations by group,
 * reality checks, sketch, settings.
 */
export function writeVensim(tree: SyntaxTree): Outcome<string> {
  const found: Diagnostic[] = [];
  const parts = [
    "{UTF-8}\n",
    ...tree.macros.map((macro) => macroText(macro, found)),
    ...tree.dimensions.map(dimensionText),
    ...groupedVariables(tree, found),
    ...tree.realityChecks.map((check) => checkText(check, found)),
  ];
  const drawing = tree.drawing?.format === "vensim-sketch" ? tree.drawing : undefined;
  const tail = `${drawing?.text.trimEnd() ?? emptySketch}\n${settingsText(tree)}${drawing ? originLines(drawing) : ""}`;
  return { value: `${parts.join("\n")}\n${tail}`, diagnostics: found };
}

const emptySketch = `\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
*View 1
$192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|96,96,100,0`;

function groupedVariables({ variables, groups }: SyntaxTree, found: Diagnostic[]): readonly string[] {
  const members = new Map<string, string[]>();
  for (const variable of variables) {
    const key = variable.group === undefined ? "" : nameKey(variable.group);
    const texts = members.get(key) ?? [];
    texts.push(variableText(variable, found));
    members.set(key, texts);
  }
  const heads = new Map(groups.map((group) => [nameKey(group.name), groupText(group, found)]));
  return [...(members.get("") ?? []), ...[...heads].flatMap(([key, head]) => [head, ...(members.get(key) ?? [])])];
}

const stars = "********************************************************";

function groupText({ name, comment, span }: GroupSyntax, found: Diagnostic[]): string {
  const written = commentText(comment);
  if (written.changed) found.push(report("comment-changed", span, { name }));
  const lines = written.text.replaceAll("\n", "\n\t\t");
  return `${stars}\n\t.${name.replace(/[*~|]/g, " ")}\n${stars}~\n\t\t${lines}\n\t|\n`;
}

function macroText({ name, inputs, outputs, variables }: MacroSyntax, found: Diagnostic[]): string {
  const names = (all: readonly { readonly name: string }[]) => all.map((each) => nameText(each.name)).join(", ");
  const made = outputs.length === 0 ? "" : ` : ${names(outputs)}`;
  const body = variables.map((variable) => variableText(variable, found)).join("\n");
  return `:MACRO: ${nameText(name)}(${names(inputs)}${made})\n${body}\n:END OF MACRO:\n`;
}

function dimensionText({ name, elements, mappings, aliasOf, external }: DimensionSyntax): string {
  if (aliasOf !== undefined) return `${nameText(name)} <-> ${nameText(aliasOf.name)}\n\t~\t\n\t~\t\n\t|\n`;
  const names = (all: DimensionSyntax["elements"]) => all.map(elementText).join(", ");
  const listed = external === undefined ? names(elements) : vensimExpression(external);
  const maps = mappings.map((map) =>
    map.elements.length === 0 ? nameText(map.to.name) : `(${nameText(map.to.name)}: ${names(map.elements)})`,
  );
  const mapped = maps.length === 0 ? "" : `\n\t -> ${maps.join(", ")}`;
  return `${nameText(name)}:\n\t${listed}${mapped}\n\t~\t\n\t~\t\n\t|\n`;
}

function elementText(element: ElementSyntax): string {
  if (!("stem" in element)) return nameText(element.name);
  return `(${nameText(nameAt(element, 0))}-${nameText(nameAt(element, element.count - 1))})`;
}

function variableText(variable: VariableSyntax, found: Diagnostic[]): string {
  const { units, comment, supplementary, nameSpan, name } = variable;
  const written = commentText(comment);
  if (written.changed) found.push(report("comment-changed", nameSpan, { name }));
  const flag = supplementary ? "\n\t~\t:SUPPLEMENTARY" : "";
  const lines = written.text.replaceAll("\n", "\n\t\t");
  return `${equationText(variable)}\n\t~\t${units ? unitsText(units) : ""}\n\t~\t${lines}${flag}\n\t|\n`;
}

function equationText({ name, subscripts, except, definition }: VariableSyntax): string {
  const holes = except.map(subscriptsText).join(", ");
  const left = `${nameText(name)}${subscriptsText(subscripts)}${holes === "" ? "" : ` :EXCEPT: ${holes}`}`;
  switch (definition.kind) {
    case "equation":
      return `${left} =\n\t${vensimExpression(definition.expression)}`;
    case "unchangeable":
      return `${left} ==\n\t${vensimExpression(definition.expression)}`;
    case "lookup":
      return `${left}(\n\t${lookupText(definition.lookup).slice(1)}`;
    case "data": {
      const { interpolation, expression } = definition;
      const right = expression === undefined ? "" : ` :=\n\t${vensimExpression(expression)}`;
      return `${left}${interpolationText[interpolation]}${right}`;
    }
    case "stock":
    case "conveyor":
    case "driven":
    case "flow":
      throw new Error("A stock of XMILE is put into Vensim's form before it is written.");
  }
}

const interpolationText: Readonly<Record<DataInterpolation, string>> = {
  interpolate: "",
  "look-forward": " :LOOK FORWARD:",
  "hold-backward": " :HOLD BACKWARD:",
  raw: " :RAW:",
};

function unitsText({ text, low, high, step }: UnitsSyntax): string {
  if (low === undefined && high === undefined && step === undefined) return text;
  const limits = step === undefined ? [low, high] : [low, high, step];
  return `${text} [${limits.map((limit) => (limit === undefined ? "?" : numberText(limit))).join(",")}]`.trimStart();
}

function checkText({ name, subscripts, kind, text, comment, span }: RealityCheckSyntax, found: Diagnostic[]): string {
  const written = commentText(comment);
  if (written.changed) found.push(report("comment-changed", span, { name }));
  const keyword = kind === "condition" ? ":THE CONDITION:" : ":TEST INPUT:";
  return `${nameText(name)}${subscriptsText(subscripts)} ${keyword}\n\t${text}\n\t~\t\n\t~\t${written.text.replaceAll("\n", "\n\t\t")}\n\t|\n`;
}

/** The numbers of the methods as `setting.ts` reads them; Vensim has one of order 2 with a fixed step, which is not Heun's. */
const methodNumbers: Readonly<Record<IntegrationMethod, number>> = { euler: 0, rk45: 1, rk2: 3, heun: 3, rk4: 5 };

function settingsText({ simulation, unitSynonyms }: SyntaxTree): string {
  const synonyms = unitSynonyms.map((names) => `22:${names.join(",")}\n`).join("");
  return `///---\\\\\\\n:L\u007f<%^E!@\n${synonyms}15:0,0,0,${methodNumbers[simulation.method]},0,0\n`;
}
