import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import type { ModuleSyntax, NameSyntax } from "../syntax/syntax-tree.ts";
import type { NamedDimensionSyntax } from "./dimensions.ts";
import { attributeName, nameIn, qualifiedNameIn } from "./element-name.ts";
import { arraysOf, entitiesOf, graphsOf } from "./model-element.ts";
import { type Outline, type Scope, scopeIn } from "./scope.ts";
import type { WrittenName } from "./written-name.ts";
import { childrenNamed, type XmlElement } from "./xml-element.ts";

/** A model of the file that is part of the whole, with the place that modules give it. */
export interface PlacedModel {
  readonly element: XmlElement;
  readonly path: readonly string[];
  readonly scope: Scope;
}

export interface ModuleMap {
  /** The whole's own model first. */
  readonly models: readonly PlacedModel[];
  readonly modules: readonly ModuleSyntax[];
  /** What an input of a module is connected to, by the key of its full path. */
  readonly sources: ReadonlyMap<string, WrittenName>;
}

type Dimensions = ReadonlyMap<string, NamedDimensionSyntax>;
interface Placement {
  readonly element: XmlElement;
  readonly name: string;
  readonly path: readonly string[];
}

export function pathKey(path: readonly string[]): string {
  return path.map(nameKey).join(".");
}

/** Finds out which model stands in which, and what is connected to what (XMILE 1.0, 4.7). */
export function mapModules(elements: readonly XmlElement[], dimensions: Dimensions, found: Diagnostic[]): ModuleMap {
  const byName = new Map(elements.map((element) => [nameKey(modelName(element)), element]));
  const root = elements.find((element) => modelName(element) === "") ?? elements[0];
  if (root === undefined) return { models: [], modules: [], sources: new Map() };
  const placed: Placement[] = [{ element: root, name: modelName(root), path: [] }];
  const modules: Placement[] = [];
  for (const parent of placed)
    for (const module of entitiesOf(parent.element).filter(({ name }) => name === "module")) {
      const placement = placementOf(module, parent, byName, placed, found);
      if (placement === undefined) continue;
      placed.push(placement);
      modules.push({ ...placement, element: module });
    }
  reportUnused(elements, placed, found);
  return connect(placed, modules, dimensions, found);
}

function modelName(element: XmlElement): string {
  const text = element.attributes.get("name");
  return text === undefined ? "" : nameIn(text).name;
}

function placementOf(
  module: XmlElement,
  parent: Placement,
  byName: ReadonlyMap<string, XmlElement>,
  placed: readonly Placement[],
  found: Diagnostic[],
): Placement | undefined {
  const name = attributeName(module, "name", found)?.name;
  if (name === undefined) return undefined;
  const span = module.tag;
  const refuse = (what: string) => found.push(report("unsupported-in-xmile", span, { name, what }));
  if (module.attributes.has("resource")) refuse("stands in another file");
  const element = byName.get(nameKey(name));
  if (module.attributes.has("resource")) return undefined;
  if (element === undefined) {
    const near = nearestName(name, [...byName.values()].map(modelName));
    found.push(report("unknown-module", span, { name, near }));
  } else if (element === parent.element || parent.path.some((each) => nameKey(each) === nameKey(name))) {
    found.push(report("module-in-itself", span, { name }));
  } else if (placed.some((each) => each.element === element)) refuse("is a module in two places");
  else return { element, name, path: [...parent.path, name] };
  return undefined;
}

function connect(
  placed: readonly Placement[],
  modules: readonly Placement[],
  dimensions: Dimensions,
  found: Diagnostic[],
): ModuleMap {
  const outlines = placed.map(
    ({ element, name, path }): Outline => ({
      name,
      path,
      variables: arraysOf(element, dimensions),
      graphs: graphsOf(element),
    }),
  );
  const sources = new Map<string, WrittenName>();
  const models = placed.map(({ element, path }, index) => ({
    element,
    path,
    scope: scopeIn(outlines[index]!, outlines, dimensions),
  }));
  const syntaxes = modules.map(({ element, name, path }): ModuleSyntax => {
    const connections = childrenNamed(element, "connect").flatMap((connection) => {
      const ends = endsOf(connection, path, outlines);
      if (ends === undefined) return [];
      if (!isVariable(ends.to, outlines)) found.push(unknownInput(ends.to, name, outlines));
      sources.set(pathKey(ends.to.parts.slice(1)), ends.from);
      return [{ to: syntaxOf(ends.to), from: syntaxOf(ends.from) }];
    });
    return { path, model: name, connections, span: element.tag };
  });
  return { models, modules: syntaxes, sources };
}

/** Both ends with their full path. An unqualified `to` is the module's own; an unqualified `from` is of the model around it. */
function endsOf(
  connection: XmlElement,
  path: readonly string[],
  outlines: readonly Outline[],
): { readonly to: WrittenName; readonly from: WrittenName } | undefined {
  const [to, from] = [connection.attributes.get("to"), connection.attributes.get("from")];
  if (to === undefined || from === undefined || from.text.trim() === "") return undefined;
  return {
    to: fullName(qualifiedNameIn(to), path, outlines),
    from: fullName(qualifiedNameIn(from), path.slice(0, -1), outlines),
  };
}

function fullName({ parts, span }: WrittenName, path: readonly string[], outlines: readonly Outline[]): WrittenName {
  const qualifier = parts.at(-2);
  const holder = outlines.find(({ name, path: place }) => place?.length && nameKey(name) === nameKey(qualifier ?? ""));
  const around = qualifier === undefined ? path : qualifier === "" ? [] : (holder?.path ?? parts.slice(0, -1));
  return { parts: ["", ...around, parts.at(-1) ?? ""], span };
}

function isVariable({ parts }: WrittenName, outlines: readonly Outline[]): boolean {
  const key = pathKey(parts.slice(1, -1));
  return outlines.some(
    ({ path, variables }) => pathKey(path ?? []) === key && variables.has(nameKey(parts.at(-1) ?? "")),
  );
}

function unknownInput({ parts, span }: WrittenName, module: string, outlines: readonly Outline[]): Diagnostic {
  const name = parts.at(-1) ?? "";
  const own = outlines.find(({ path }) => pathKey(path ?? []) === pathKey(parts.slice(1, -1)));
  return report("unknown-module-input", span, { name, module, near: nearestName(name, own?.variables.keys() ?? []) });
}

/** As the tree names a variable from the top: `.module.name`. */
function syntaxOf({ parts, span }: WrittenName): NameSyntax {
  return { name: parts.join("."), span };
}

function reportUnused(elements: readonly XmlElement[], placed: readonly Placement[], found: Diagnostic[]): void {
  for (const element of elements)
    if (!placed.some((each) => each.element === element)) {
      const instead = "no module makes it part of the whole model.";
      found.push(report("passed-over-in-xmile", element.tag, { what: `The model "${modelName(element)}"`, instead }));
    }
}
