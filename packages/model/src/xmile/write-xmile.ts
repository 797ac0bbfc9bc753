import type { Model } from "../model.ts";
import { declare } from "../resolve/declarations.ts";
import { dimensionTable } from "../resolve/dimension-table.ts";
import { flattenModules } from "../resolve/flatten-modules.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { numberText } from "../syntax/number-text.ts";
import type { MacroSyntax, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Arrays } from "./array-place.ts";
import { equationText, SecondNames } from "./equation-text.ts";
import { escapedName, identifierText } from "./name-text.ts";
import { optionsElement } from "./options.ts";
import { viewsText } from "./origin-element.ts";
import { ownNameSpace } from "./own-marks.ts";
import { docElement, variableElement, type WritingContext } from "./variable-element.ts";
import { vendorAt, withWholeVendors } from "./vendor.ts";
import { element } from "./xml-text.ts";

const xmile = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0";
/** The save interval needs it, whatever else does. */
const isee = "http://iseesystems.com/XMILE";

/** Writes a tree in XMILE's own forms as an XMILE 1.0 file. @param model what the tree means: the numbers of the run's times */
export function writeXmile(given: SyntaxTree, model: Model): Outcome<string> {
  const found: Diagnostic[] = [];
  const tree = withWholeVendors(given);
  const context = contextOf(tree, tree.variables, found);
  const models = modelElements(tree, context);
  const macros = tree.macros.map((macro) => macroElement(macro, tree, context));
  const parts = [
    header(tree, context),
    specs(tree, model),
    unitElements(tree),
    dimensionElements(tree, context),
    ...macros,
    ...models,
  ];
  const { attributes, elements } = vendorAt(tree.vendors ?? [], "xmile", []);
  const names = { version: "1.0", xmlns: xmile, "xmlns:isee": isee, ...ownNameSpace(tree), ...attributes };
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${element("xmile", names, [...parts, ...elements])}\n`;
  return { value: text, diagnostics: found };
}

function contextOf(tree: SyntaxTree, variables: readonly VariableSyntax[], found: Diagnostic[]): WritingContext {
  const flat = flattenModules({ ...tree, variables });
  const dimensions = dimensionTable(tree.dimensions).value;
  const arrays: Arrays = { dimensions, variables: declare(flat.variables, dimensions, []).named };
  return { arrays, second: new SecondNames(), found };
}

function header(tree: SyntaxTree, { arrays }: WritingContext): string {
  const { attributes, elements } = vendorAt(tree.vendors ?? [], "header", []);
  return element("header", attributes, [
    optionsElement(tree, arrays.variables),
    element("name", {}, tree.name),
    element("vendor", {}, "Sequitur"),
    element("product", { version: "1.0", lang: "en" }, "Sequitur"),
    ...elements,
  ]);
}

function specs(tree: SyntaxTree, { simulation, variables }: Model): string {
  const { initialTime, finalTime, timeStep, saveStep, timeUnits, method, timeVariables } = simulation;
  const units = timeUnits === "" ? variables[timeVariables.timeStep]!.unitsText : timeUnits;
  const every = tree.simulation.saveStep ?? saveStep;
  const attributes = {
    // XMILE has one name for methods of order 2 (XMILE 1.0, 3.4.1).
    method: method === "heun" ? "rk2" : method,
    time_units: units === "" ? undefined : units,
    "isee:save_interval": every === timeStep ? undefined : every,
  };
  const own = vendorAt(tree.vendors ?? [], "sim_specs", []);
  return element("sim_specs", { ...own.attributes, ...attributes }, [
    element("start", {}, numberText(initialTime)),
    element("stop", {}, numberText(finalTime)),
    element("dt", {}, numberText(timeStep)),
    ...own.elements,
  ]);
}

function unitElements({ unitSynonyms, unitDefinitions = [] }: SyntaxTree): string {
  const units = [
    ...unitSynonyms.map(([name, ...aliases]) =>
      element(
        "unit",
        { name: escapedName(name!) },
        aliases.map((alias) => element("alias", {}, escapedName(alias))),
      ),
    ),
    ...unitDefinitions.map(({ name, equation }) =>
      element("unit", { name: escapedName(name) }, [element("eqn", {}, equation.text)]),
    ),
  ];
  return units.length === 0 ? "" : element("model_units", {}, units);
}

/** Written after the equations, which may need second names. */
function dimensionElements(tree: SyntaxTree, { arrays, second }: WritingContext): string {
  const own = arrays.dimensions.all;
  const known = new Set(own.map(({ name }) => nameKey(name)));
  const made = [...second.made.values()]
    .filter(({ name }) => !known.has(nameKey(name)))
    .map(({ name, dimension }) => ({ name, elements: dimension.elements }));
  const all = [...own, ...made].map(({ name, elements }) =>
    element(
      "dim",
      { name: escapedName(name) },
      elements.names.map((each) => element("elem", { name: escapedName(each) })),
    ),
  );
  return all.length === 0 && tree.dimensions.length === 0 ? "" : element("dimensions", {}, all);
}

/** The whole's own model, then one for each module. */
function modelElements(tree: SyntaxTree, context: WritingContext): readonly string[] {
  const paths = [[], ...tree.modules.map(({ path }) => path)];
  return paths.map((path) => {
    const key = path.map(nameKey).join(".");
    const inside = tree.variables.filter(({ modulePath }) => modulePath.map(nameKey).join(".") === key);
    const parts = [...variableElements(inside, context), ...moduleElements(tree, path), ...groupElements(inside, tree)];
    const views = path.length === 0 && tree.drawing?.format === "xmile-view" ? [viewsText(tree.drawing)] : [];
    const name = path.length === 0 ? undefined : escapedName(path.at(-1)!);
    const [own, beside] = (["model", "variables"] as const).map((place) => vendorAt(tree.vendors ?? [], place, path));
    const variables = element("variables", beside!.attributes, [...parts, ...beside!.elements]);
    return element("model", { name, ...own!.attributes }, [variables, ...own!.elements, ...views]);
  });
}

function moduleElements({ modules }: SyntaxTree, path: readonly string[]): readonly string[] {
  const inside = modules.filter(
    (module) => module.path.length === path.length + 1 && path.every((part, k) => part === module.path[k]),
  );
  return inside.map(({ model, connections }) => {
    const ends = connections.map(({ to, from }) =>
      element("connect", { to: qualified(to.name), from: qualified(from.name) }),
    );
    return element("module", { name: escapedName(model) }, ends);
  });
}

function qualified(name: string): string {
  return name
    .split(".")
    .map((part) => (part === "" ? "" : identifierText(part)))
    .join(".");
}

function groupElements(variables: readonly VariableSyntax[], { groups }: SyntaxTree): readonly string[] {
  const members = new Map<string, Map<string, string>>(groups.map(({ name }) => [name, new Map()]));
  const comments = new Map(groups.map(({ name, comment }) => [name, comment]));
  for (const { group, name } of variables) if (group !== undefined) members.get(group)?.set(nameKey(name), name);
  const filled = [...members].filter(
    ([, names]) => names.size > 0 || variables.every(({ modulePath }) => modulePath.length === 0),
  );
  return filled.map(([name, names]) =>
    element("group", { name: escapedName(name) }, [
      docElement(comments.get(name) ?? ""),
      ...[...names.values()].map((each) => element("entity", { name: escapedName(each) })),
    ]),
  );
}

function variableElements(variables: readonly VariableSyntax[], context: WritingContext): readonly string[] {
  const groups = new Map<string, VariableSyntax[]>();
  for (const variable of variables) {
    const key = nameKey(variable.name);
    const group = groups.get(key);
    if (group) group.push(variable);
    else groups.set(key, [variable]);
  }
  return [...groups.values()].map((group) => variableElement(group, context));
}

function constantNamed(name: string, span: Span): VariableSyntax {
  const plain = { subscripts: [], except: [], units: undefined, comment: "", group: undefined, supplementary: false };
  const definition = { kind: "equation", expression: { kind: "number", value: 0, span } } as const;
  return { name, nameSpan: span, definition, ...plain, modulePath: [], span };
}

function macroElement(macro: MacroSyntax, tree: SyntaxTree, { second, found }: WritingContext): string {
  const { name, inputs, variables } = macro;
  // An input may be called like an element.
  const taken = inputs.map(({ name: input, span }) => constantNamed(input, span));
  const context = { ...contextOf(tree, [...taken, ...variables], found), second };
  const own = variables.filter((variable) => nameKey(variable.name) === nameKey(name));
  const [value] = own;
  const isPlain =
    own.length === 1 &&
    value &&
    value.units === undefined &&
    value.comment === "" &&
    value.definition.kind === "equation";
  const expression = isPlain && value.definition.kind === "equation" ? value.definition.expression : undefined;
  const isInline =
    expression !== undefined && !(expression.kind === "call" && nameKey(expression.name) === "with lookup");
  const place = { declared: [], bindings: undefined };
  const text = isInline ? equationText(expression, place, context.arrays, second) : identifierText(name);
  const rest = isInline ? variables.filter((variable) => variable !== value) : variables;
  const parameters = inputs.map((input) => {
    const given = input.default === undefined ? undefined : equationText(input.default, place, context.arrays, second);
    return element("parm", { default: given }, escapedName(input.name));
  });
  for (const { name: each, nameSpan, subscripts } of variables)
    if (subscripts.length > 0)
      found.push(report("changed-in-writing", nameSpan, { what: `"${each}"`, instead: "an array inside a macro" }));
  return element("macro", { name: escapedName(name) }, [
    element("eqn", {}, text),
    ...parameters,
    element("variables", {}, variableElements(rest, context)),
  ]);
}
