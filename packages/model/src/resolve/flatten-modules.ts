import { mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";

/**
 * Puts the variables of all modules into one list, each under its full name: `births` of the module `hares` is `hares.births`. A name
 * inside a module means one of the module's own (XMILE 1.0, 3.2.2.3); `.hares.births` means the same from everywhere.
 */
export function flattenModules(tree: SyntaxTree): SyntaxTree {
  // Vensim has no modules.
  if (tree.dialect === "vensim") return tree;
  const names = new Names(tree.variables);
  const variables = tree.variables.map((variable) => flattened(variable, names));
  return { ...tree, variables, modules: [] };
}

function flattened(variable: VariableSyntax, names: Names): VariableSyntax {
  const { name, modulePath, definition } = variable;
  const fullName = (written: string) => names.fullName(written, modulePath);
  const replace = (expr: SyntaxExpr): SyntaxExpr => {
    const inside = mapParts(expr, replace);
    return inside.kind === "reference" || inside.kind === "call" ? { ...inside, name: fullName(inside.name) } : inside;
  };
  return {
    ...variable,
    name: joined(modulePath, name),
    definition: mapDefinition(definition, replace, (flow) => ({ ...flow, name: fullName(flow.name) })),
    modulePath: [],
  };
}

/** Which names the variables of each module have. */
class Names {
  private readonly full: ReadonlySet<string>;

  constructor(variables: readonly VariableSyntax[]) {
    this.full = new Set(variables.map(({ modulePath, name }) => nameKey(joined(modulePath, name))));
  }

  /**
   * Names that are no variable's (TIME, a dimension, a function) stay as they are. Those of the whole model are not seen from inside
   * a module, so such a name is taken for one of the module's own, which will turn out not to be there.
   */
  fullName(written: string, path: readonly string[]): string {
    const own = joined(path, written);
    if (this.has(own)) return own;
    if (written.startsWith(".")) return written.slice(1);
    return this.has(written) ? own : written;
  }

  private has(name: string): boolean {
    return this.full.has(nameKey(name));
  }
}

function joined(path: readonly string[], name: string): string {
  return [...path, name].join(".");
}
