import { type Beside, nothingBeside } from "./data/file-content.ts";
import { importedValues } from "./data/imported-values.ts";
import { withImports } from "./data/with-imports.ts";
import type { ModelOutcome } from "./model.ts";
import { order } from "./order/order.ts";
import { readSyntax } from "./read-syntax.ts";
import { withConvertedFlows } from "./resolve/converted-flows.ts";
import { flattenModules } from "./resolve/flatten-modules.ts";
import { inlineMacros } from "./resolve/inline-macros.ts";
import { withPreludeMacros } from "./resolve/prelude-macros.ts";
import { resolve } from "./resolve/resolve.ts";
import type { Source } from "./source/source.ts";
import type { SyntaxTree } from "./syntax/syntax-tree.ts";
import { checkUnits } from "./units/check-units.ts";

/**
 * Reads a model of either dialect through every phase; none where an error stands in the way.
 * @param beside  what stands in files beside it, of which `wantsOf` says what to fetch
 */
export function readModel(source: Source, beside: Beside = nothingBeside): ModelOutcome {
  const read = readSyntax(source);
  // Of a file that is none of a model's, what a model must have would only be said on top.
  if (read.value.variables.length === 0 && hasError(read.diagnostics))
    return { model: undefined, diagnostics: read.diagnostics };
  const checked = checkModel(read.value, beside);
  const diagnostics = [...read.diagnostics, ...checked.diagnostics];
  return { model: hasError(read.diagnostics) ? undefined : checked.model, diagnostics };
}

/** What follows the reading of a tree: modules and macros, names, units, order. */
export function checkModel(tree: SyntaxTree, beside: Beside = nothingBeside): ModelOutcome {
  const imported = importedValues(tree, beside);
  const filled = withImports(tree, imported.value);
  const plain = inlineMacros(withPreludeMacros(withConvertedFlows(flattenModules(filled.value))));
  const resolved = resolve(plain.value, beside);
  const found = [imported, filled, plain, resolved].flatMap(({ diagnostics }) => diagnostics);
  if (resolved.value === undefined) return { model: undefined, diagnostics: found };
  const units = checkUnits(resolved.value);
  const ordered = order(resolved.value, units.value);
  const diagnostics = [...found, ...units.diagnostics, ...ordered.diagnostics];
  const model =
    ordered.model && (imported.value.size === 0 ? ordered.model : { ...ordered.model, imported: imported.value });
  return { model: hasError(found) ? undefined : model, diagnostics };
}

function hasError(diagnostics: ModelOutcome["diagnostics"]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
