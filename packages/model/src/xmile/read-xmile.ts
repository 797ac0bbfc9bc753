import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { fileStem } from "../source/file-stem.ts";
import type { Source } from "../source/source.ts";
import { emptyTree } from "../syntax/empty-tree.ts";
import type { SimulationSyntax, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { drivenFlowsOf, flowsOntoBelts } from "./conveyor.ts";
import { DerivedDimensions } from "./derived-dimensions.ts";
import { readDimensions } from "./dimensions.ts";
import { readImports } from "./imports.ts";
import { readMacro } from "./macro.ts";
import { groupsOf, reportStrangers, variablesOf } from "./model-element.ts";
import { readModelUnits } from "./model-units.ts";
import { type ModuleMap, mapModules, type PlacedModel, pathKey } from "./module-map.ts";
import { readInvalidIndexValue } from "./options.ts";
import { drawingOf } from "./origin-element.ts";
import { defaultStep, isSameRun, readSimulationSpecs } from "./simulation-specs.ts";
import { readVariable, type VariableContext } from "./variable.ts";
import { vendorsOf } from "./vendor.ts";
import { isOfVensim, withVensimCalls } from "./vensim-calls.ts";
import { childNamed, childrenNamed, readXml, type XmlElement } from "./xml-element.ts";

/**
 * Reads an XMILE file: 1.0 as OASIS has it, and what Stella wrote before that. Modules are laid out flat, each variable with the path
 * that it stands at; a connected input is an equation that names its source.
 */
export function readXmile(source: Source): Outcome<SyntaxTree> {
  const { value: root, diagnostics } = readXml(source);
  const found = [...diagnostics];
  if (root === undefined) return { value: emptyTree("xmile", fileStem(source.file)), diagnostics: found };
  if (root.name !== "xmile") {
    found.push(report("not-xmile", root.tag, { root: root.name }));
    return { value: emptyTree("xmile", fileStem(source.file)), diagnostics: found };
  }
  const tree = readRoot(root, source, found);
  return { value: isOfVensim(root) ? withVensimCalls(tree) : tree, diagnostics: found };
}

function readRoot(root: XmlElement, source: Source, found: Diagnostic[]): SyntaxTree {
  reportOtherFiles(root, found);
  const elements = childrenNamed(root, "model").filter((model) => !isElsewhere(model, found));
  if (elements.length === 0) found.push(report("no-xmile-model", root.tag, {}));
  const dimensions = readDimensions(childrenNamed(root, "dimensions"), found);
  const derived = new DerivedDimensions(dimensions);
  const map = mapModules(elements, dimensions, found);
  const macroContext = { ...emptyContext, behaviors: [childNamed(root, "behavior")], dimensions, derived, found };
  const macros = childrenNamed(root, "macro").flatMap((macro) => readMacro(macro, macroContext) ?? []);
  const models = map.models.map((model) => readPlaced(model, map, macroContext));
  const invalidIndexValue = readInvalidIndexValue(root);
  return {
    ...emptyTree("xmile", fileStem(source.file)),
    ...(invalidIndexValue === undefined ? {} : { invalidIndexValue }),
    imports: readImports(root, found),
    name: nameOf(root) ?? fileStem(source.file),
    variables: models.flatMap(({ variables }) => variables),
    groups: models.flatMap(({ groups }) => groups),
    macros,
    modules: map.modules,
    dimensions: [...dimensions.values(), ...derived.all],
    simulation: simulationOf(root, map, found),
    ...readModelUnits(childNamed(root, "model_units"), found),
    vendors: vendorsOf(root, map.models),
    drawing: drawingOf(map.models[0]?.element),
  };
}

const emptyContext = { path: [], groups: new Map() };

type Common = Pick<VariableContext, "behaviors" | "dimensions" | "derived" | "found">;

function readPlaced({ element, path, scope }: PlacedModel, { sources }: ModuleMap, common: Common) {
  reportStrangers(element, common.found);
  const { groups, memberships } = groupsOf(element, common.found);
  const context: VariableContext = {
    ...common,
    scope,
    path,
    behaviors: [childNamed(element, "behavior"), ...common.behaviors],
    groups: memberships,
    source: (name) => sources.get(pathKey([...path, name])),
    driven: drivenFlowsOf(element),
    ontoBelts: flowsOntoBelts(element),
  };
  const variables: readonly VariableSyntax[] = variablesOf(element).flatMap((each) => readVariable(each, context));
  return { groups, variables };
}

function simulationOf(root: XmlElement, { models }: ModuleMap, found: Diagnostic[]): SimulationSyntax {
  const [whole, ...parts] = models.map(({ element }) => childNamed(element, "sim_specs"));
  const specs = whole ?? childNamed(root, "sim_specs");
  const none = { ...emptyTree("xmile", "").simulation, timeStep: defaultStep, span: root.tag };
  const simulation = specs === undefined ? none : readSimulationSpecs(specs, found);
  for (const own of parts) {
    const what = "gives a module a run of its own";
    if (own !== undefined && !isSameRun(own, simulation))
      found.push(report("unsupported-in-xmile", own.tag, { name: "sim_specs", what }));
  }
  return simulation;
}

function nameOf(root: XmlElement): string | undefined {
  const header = childNamed(root, "header");
  const text = header && childNamed(header, "name")?.text.text.trim();
  return text === "" ? undefined : text;
}

/** A model whose content is not in this text: in another file, or encrypted (XMILE 1.0, 4). */
function isElsewhere(model: XmlElement, found: Diagnostic[]): boolean {
  const what = model.attributes.has("resource")
    ? "stands in another file"
    : model.attributes.has("encryption-scheme")
      ? "is encrypted"
      : undefined;
  const name = model.attributes.get("name")?.text ?? "model";
  if (what !== undefined) found.push(report("unsupported-in-xmile", model.tag, { name, what }));
  return what !== undefined;
}

function reportOtherFiles(root: XmlElement, found: Diagnostic[]): void {
  for (const include of childrenNamed(root, "header").flatMap((header) => childrenNamed(header, "includes")))
    found.push(report("unsupported-in-xmile", include.tag, { name: "includes", what: "takes in other files" }));
}
