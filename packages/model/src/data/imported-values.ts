import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import type { ImportSyntax, SyntaxTree } from "../syntax/syntax-tree.ts";
import { columnKey } from "./column-key.ts";
import type { Beside } from "./file-content.ts";
import type { Grid } from "./grid.ts";
import { numberIn } from "./number-cell.ts";
import { otherFormats, TableReader } from "./table-reader.ts";

/** What files beside a model give a variable or one of its elements. */
export interface ImportedValues {
  /** As the file writes it. */
  readonly name: string;
  readonly values: readonly number[];
  readonly file: string;
  readonly span: Span;
}

/**
 * The values that a model imports, by the keys of names: each name stands at the head of a column, or of a row, and its values follow. Of
 * two for one name the later counts. Source: iseesystems.com/resources/help/v3, Creating Import and Export Files.
 */
export function importedValues(
  { imports = [] }: SyntaxTree,
  beside: Beside,
): Outcome<ReadonlyMap<string, ImportedValues>> {
  const found: Diagnostic[] = [];
  const reader = new TableReader(beside, found);
  const all = imports.flatMap((one) => valuesOf(one, beside, reader, found));
  return { value: new Map(all.map((each) => [columnKey(each.name), each])), diagnostics: found };
}

function valuesOf(
  { file, sheet, across, span }: ImportSyntax,
  beside: Beside,
  reader: TableReader,
  found: Diagnostic[],
): readonly ImportedValues[] {
  if (![file.text, ...otherFormats(file.text)].some((name) => beside.files.has(name))) {
    const facts = {
      what: `'${file.text}', which is not beside the model,`,
      instead: "the values in this file are used.",
    };
    found.push(report("passed-over-in-xmile", file.span, facts));
    return [];
  }
  const table = reader.open({ file, tab: { text: sheet ?? "1", span } }, file.text);
  return table === undefined ? [] : linesOf(table.grid, across).map((line) => ({ ...line, file: file.text, span }));
}

/** The names in the first row, or column, with the numbers that follow each without a gap. */
function linesOf(grid: Grid, across: boolean): readonly Pick<ImportedValues, "name" | "values">[] {
  const at = (line: number, place: number) =>
    grid.at(across ? { row: line, column: place } : { row: place, column: line });
  const heads = across ? grid.rowsOf(0, 0) : grid.columnsOf(0, 0);
  return heads.flatMap((line) => {
    const name = at(line, 0);
    const values: number[] = [];
    for (let place = 1; ; place++) {
      const value = numberIn(at(line, place));
      if (typeof value !== "number") break;
      values.push(value);
    }
    return typeof name === "string" && values.length > 0 ? [{ name, values }] : [];
  });
}
