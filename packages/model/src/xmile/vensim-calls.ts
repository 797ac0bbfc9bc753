import { builtinsNamed, refusal } from "../builtin/register.ts";
import { mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { DefinitionSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";

/** What Vensim calls the parts of a run, and XMILE does. */
const clocks: ReadonlyMap<string, string> = new Map([
  [nameKey("TIME STEP"), "DT"],
  [nameKey("INITIAL TIME"), "STARTTIME"],
  [nameKey("FINAL TIME"), "STOPTIME"],
]);

/** Whether Vensim itself wrote the file. */
export function isOfVensim(root: XmlElement): boolean {
  const header = childNamed(root, "header");
  return /^vensim\b/iu.test((header && childNamed(header, "product")?.text.text.trim()) ?? "");
}

/**
 * Vensim writes its own functions into XMILE without the prefix that XMILE wants (1.0, 3.2.2.3), and its own names of the
 * clocks. Where XMILE has a function of that name, that is the one that is meant.
 */
export function withVensimCalls(tree: SyntaxTree): SyntaxTree {
  const variables = [...tree.variables, ...tree.macros.flatMap((macro) => macro.variables)];
  const own = new Set([...variables, ...tree.macros].map(({ name }) => nameKey(name)));
  const isTaken = (name: string) => own.has(nameKey(name));
  const rename = (expr: SyntaxExpr): SyntaxExpr => {
    const inner = mapParts(expr, rename);
    if (inner.kind === "call" && !isTaken(inner.name) && isOfVensimAlone(inner.name))
      return { ...inner, name: `vensim.${inner.name}` };
    if (inner.kind !== "reference" || isTaken(inner.name)) return inner;
    return { ...inner, name: clocks.get(nameKey(inner.name)) ?? inner.name };
  };
  const renamed = (variable: VariableSyntax): VariableSyntax => ({
    ...variable,
    definition: mapDefinition(withoutName(variable), rename),
  });
  return {
    ...tree,
    variables: tree.variables.map(renamed),
    macros: tree.macros.map((macro) => ({ ...macro, variables: macro.variables.map(renamed) })),
  };
}

function isOfVensimAlone(name: string): boolean {
  const knows = (dialect: "vensim" | "xmile") =>
    builtinsNamed(dialect, name).length > 0 || refusal(dialect, name) !== undefined;
  return knows("vensim") && !knows("xmile");
}

/** What Vensim remembers itself it writes as a stock that begins with an equation, name and all: `late = DELAY_FIXED(x, 2, 0)`. */
function withoutName({ name, definition }: VariableSyntax): DefinitionSyntax {
  if (definition.kind !== "stock" || definition.inflows.length + definition.outflows.length > 0) return definition;
  const { initial } = definition;
  if (initial.kind !== "binary" || initial.op !== "equal" || initial.left.kind !== "reference") return definition;
  if (nameKey(initial.left.name) !== nameKey(name)) return definition;
  return { kind: "equation", expression: initial.right };
}
