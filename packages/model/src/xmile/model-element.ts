import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { GroupSyntax } from "../syntax/syntax-tree.ts";
import type { NamedDimensionSyntax } from "./dimensions.ts";
import { attributeName, nameIn } from "./element-name.ts";
import { commentOf } from "./variable-text.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml-element.ts";

/** What may stand in `<variables>` (XMILE 1.0, 4), and what is a variable of it. */
const variableKinds = new Set(["stock", "flow", "aux", "gf"]);
const kinds = new Set([...variableKinds, "module", "group"]);

/** The variables, modules and groups of a `<model>` or `<macro>`. Before XMILE was a standard, there was no `<variables>`. */
export function entitiesOf(model: XmlElement): readonly XmlElement[] {
  const sections = childrenNamed(model, "variables");
  const standing = sections.length > 0 ? sections.flatMap(({ children }) => children) : model.children;
  return withSwallowed(standing).filter(({ name }) => kinds.has(name));
}

/** Where a closing tag is missing, the variables after it have got inside; they come after it here. */
function withSwallowed(elements: readonly XmlElement[]): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = elements.toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    if (!next.unclosed) continue;
    for (const child of next.children.toReversed()) if (kinds.has(child.name) && child.name !== "gf") open.push(child);
  }
  return found;
}

export function reportStrangers(model: XmlElement, found: Diagnostic[]): void {
  for (const { name, tag } of childrenNamed(model, "variables").flatMap(({ children }) => children))
    if (!kinds.has(name) && !name.includes(":")) found.push(report("unknown-tag", tag, { name, parent: "variables" }));
}

export function variablesOf(model: XmlElement): readonly XmlElement[] {
  return entitiesOf(model).filter(({ name }) => variableKinds.has(name));
}

/** The dimensions that each variable declares, by key. */
export function arraysOf(
  model: XmlElement,
  dimensions: ReadonlyMap<string, NamedDimensionSyntax>,
): ReadonlyMap<string, readonly NamedDimensionSyntax[]> {
  return new Map(
    variablesOf(model).flatMap((variable) => {
      const name = variable.attributes.get("name");
      if (name === undefined) return [];
      const declared = dimensionNamesOf(variable).flatMap((each) => dimensions.get(nameKey(each.text)) ?? []);
      return [[nameKey(nameIn(name).name), declared] as const];
    }),
  );
}

/** The variables that are graphs, or are read through one, by key. */
export function graphsOf(model: XmlElement): ReadonlySet<string> {
  const isGraph = (part: XmlElement) => part.name === "gf" || childNamed(part, "gf") !== undefined;
  const graphs = variablesOf(model).filter((each) => [each, ...childrenNamed(each, "element")].some(isGraph));
  return new Set(
    graphs.map(({ attributes }) => attributes.get("name")).flatMap((name) => (name ? nameKey(nameIn(name).name) : [])),
  );
}

export function dimensionNamesOf(
  variable: XmlElement,
): readonly { readonly text: string; readonly element: XmlElement }[] {
  const listed = childrenNamed(variable, "dimensions").flatMap((list) => childrenNamed(list, "dim"));
  return listed.map((element) => ({ text: element.attributes.get("name")?.text ?? "", element }));
}

export interface Groups {
  readonly groups: readonly GroupSyntax[];
  /** The group of a variable, by the variable's key. */
  readonly memberships: ReadonlyMap<string, string>;
}

/** `<group>` names its members with `<entity>`, or `<var>` in Stella's files. */
export function groupsOf(model: XmlElement, found: Diagnostic[]): Groups {
  const groups: GroupSyntax[] = [];
  const memberships = new Map<string, string>();
  for (const element of entitiesOf(model).filter(({ name }) => name === "group")) {
    const name = attributeName(element, "name", found);
    if (name === undefined) continue;
    groups.push({ name: name.name, comment: commentOf(element), span: element.tag });
    for (const member of [...childrenNamed(element, "entity"), ...childrenNamed(element, "var")]) {
      const text = member.attributes.get("name") ?? member.text;
      memberships.set(nameKey(nameIn(text).name), name.name);
    }
  }
  return { groups, memberships };
}
