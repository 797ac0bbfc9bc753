import { withImports } from "./data/with-imports.ts";
import { drawingIn } from "./diagram/drawing-in.ts";
import { structureOf } from "./diagram/structure.ts";
import type { Model } from "./model.ts";
import type { Outcome } from "./source/diagnostic.ts";
import type { Dialect, SyntaxTree } from "./syntax/syntax-tree.ts";
import { toVensim } from "./translate/to-vensim.ts";
import { toXmile } from "./translate/to-xmile.ts";
import { writeVensim } from "./vensim/write-vensim.ts";
import { writeXmile } from "./xmile/write-xmile.ts";

/**
 * Writes a model in either language. What the language cannot say is among the diagnostics: as an error where the file would compute
 * something else, or nothing (the text is then not there), as a warning where only a text or a mark is lost.
 * @param tree as its reader made it, free of errors @param model what it means
 */
export function writeModel(tree: SyntaxTree, model: Model, dialect: Dialect): Outcome<string | undefined> {
  const { value: own, diagnostics: translating } = inDialect(tree, model, dialect);
  if (translating.some(({ severity }) => severity === "error")) return { value: undefined, diagnostics: translating };
  // Stocks and flows are there by name in XMILE's form of a model, whichever of the two trees that is.
  const structure = structureOf(dialect === "vensim" ? tree : own);
  const drawn = { ...own, drawing: drawingIn(dialect, tree, structure) };
  const written = dialect === "vensim" ? writeVensim(drawn) : writeXmile(drawn, model);
  return { value: written.value, diagnostics: [...translating, ...written.diagnostics] };
}

function inDialect(tree: SyntaxTree, model: Model, dialect: Dialect): Outcome<SyntaxTree> {
  if (tree.dialect === dialect) return { value: tree, diagnostics: [] };
  // XMILE's own imports are kept as such in XMILE; elsewhere their values stand in the file.
  return dialect === "vensim"
    ? toVensim(withImports(tree, model.imported ?? new Map()).value, model)
    : toXmile(tree, model);
}
