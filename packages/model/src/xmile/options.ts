import type { NamedVariable } from "../resolve/draft.ts";
import type { SyntaxTree } from "../syntax/syntax-tree.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";
import { element } from "./xml-text.ts";

/** What an index that no element has gives, as `<uses_arrays>` says (XMILE 1.0, 2.2.1); undefined where it is 0, as it is unless said. */
export function readInvalidIndexValue(root: XmlElement): number | undefined {
  const options = childNamed(root, "header") && childNamed(childNamed(root, "header")!, "options");
  const value = options && childNamed(options, "uses_arrays")?.attributes.get("invalid_index_value");
  return value?.text.trim().toLowerCase() === "nan" ? Number.NaN : undefined;
}

/** The `<options>` of a header: a program that lacks one of them should say so before it runs the file. */
export function optionsElement(tree: SyntaxTree, named: ReadonlyMap<string, NamedVariable>): string {
  const used = [
    arraysOption(tree, named),
    conveyorsOption(tree),
    modulesOption(tree),
    macrosOption(tree),
    viewsOption(tree),
  ];
  return element("options", { namespace: "std, isee" }, used);
}

function arraysOption({ invalidIndexValue }: SyntaxTree, named: ReadonlyMap<string, NamedVariable>): string {
  const most = Math.max(0, ...[...named.values()].map(({ axes }) => axes.length));
  const value = invalidIndexValue === undefined ? undefined : "NaN";
  return most === 0 ? "" : element("uses_arrays", { maximum_dimensions: most, invalid_index_value: value });
}

function conveyorsOption({ variables, macros }: SyntaxTree): string {
  const definitions = [...variables, ...macros.flatMap((macro) => macro.variables)].map(({ definition }) => definition);
  const conveyors = definitions.filter((each) => each.kind === "conveyor");
  const arrest = conveyors.some((each) => each.arrest !== undefined) ? "true" : undefined;
  const leak = definitions.some((each) => each.kind === "driven" && each.leak !== undefined) ? "true" : undefined;
  return conveyors.length === 0 ? "" : element("uses_conveyors", { arrest, leak });
}

function modulesOption({ modules }: SyntaxTree): string {
  return modules.length === 0 ? "" : element("uses_submodels", {});
}

function macrosOption({ macros }: SyntaxTree): string {
  return macros.length === 0 ? "" : element("uses_macros", { recursive_macros: "false", option_filters: "false" });
}

function viewsOption({ drawing }: SyntaxTree): string {
  return drawing?.format === "xmile-view" ? element("has_model_views", {}) : "";
}
