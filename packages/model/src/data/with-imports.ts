import { isPlain, isPlainConstant } from "../resolve/plain-constant.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import { elementNames } from "../syntax/numbered-names.ts";
import type { DefinitionSyntax, LookupSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { columnKey } from "./column-key.ts";
import type { ImportedValues } from "./imported-values.ts";

/**
 * A tree with the values that it imports in the place of its own: of constants, of what stocks begin with, and the y-values of graphs.
 * What changes over a run is not imported.
 */
export function withImports(tree: SyntaxTree, imported: ReadonlyMap<string, ImportedValues>): Outcome<SyntaxTree> {
  if (imported.size === 0) return { value: tree, diagnostics: [] };
  const importing = new Importing(tree, imported);
  const variables = tree.variables.map((variable) => importing.variable(variable));
  return { value: { ...tree, variables }, diagnostics: importing.unused() };
}

class Importing {
  private readonly imported: ReadonlyMap<string, ImportedValues>;
  private readonly used = new Set<string>();
  private readonly elements: ReadonlyMap<string, readonly string[]>;

  constructor({ dimensions }: SyntaxTree, imported: ReadonlyMap<string, ImportedValues>) {
    this.imported = imported;
    this.elements = new Map(
      dimensions.map(({ name, elements }) => [nameKey(name), elementNames(elements).map((each) => each.name)]),
    );
  }

  variable(variable: VariableSyntax): VariableSyntax {
    return { ...variable, definition: this.definition(variable) };
  }

  /** Names in the files that nothing took a value from. */
  unused(): readonly Diagnostic[] {
    const left = [...this.imported].filter(([key]) => !this.used.has(key));
    return left.map(([, { name, file, span }]) => report("import-unused", span, { name, file }));
  }

  private definition(variable: VariableSyntax): DefinitionSyntax {
    const { definition } = variable;
    switch (definition.kind) {
      case "equation":
      case "flow":
        if (isPlainConstant(definition) || (definition.kind === "flow" && isPlain(definition.expression)))
          return { ...definition, expression: this.constant(variable, definition.expression) };
        return { ...definition, expression: this.throughGraph(variable, definition.expression) };
      case "stock":
        return isPlain(definition.initial)
          ? { ...definition, initial: this.start(variable, definition.initial) }
          : definition;
      case "lookup":
        return { ...definition, lookup: this.graph(variable, definition.lookup) };
      case "unchangeable":
      case "conveyor":
      case "driven":
      case "data":
        return definition;
    }
  }

  /** One number, or, of an equation for all elements, one for each. */
  private constant(variable: VariableSyntax, own: SyntaxExpr): SyntaxExpr {
    const places = this.placesOf(variable);
    const given = places.map((place) => this.one(variable, place));
    if (given.every((value) => value === undefined)) return own;
    const { span } = own;
    const [only] = given;
    if (places.length === 1 && only !== undefined) return { kind: "number", value: only, span };
    if (own.kind !== "number") return own;
    return { kind: "array", rows: [given.map((value) => value ?? own.value)], span };
  }

  private start(variable: VariableSyntax, own: SyntaxExpr): SyntaxExpr {
    const places = this.placesOf(variable);
    const value = places.length === 1 ? this.one(variable, places[0]!) : undefined;
    return value === undefined ? own : { kind: "number", value, span: own.span };
  }

  private throughGraph(variable: VariableSyntax, own: SyntaxExpr): SyntaxExpr {
    if (own.kind !== "call" || nameKey(own.name) !== "with lookup") return own;
    const [x, table] = own.args;
    if (table?.kind !== "lookup") return own;
    return { ...own, args: [x!, { ...table, lookup: this.graph(variable, table.lookup) }] };
  }

  /** The y-values, from the smallest x on; another number of them is not imported. */
  private graph(variable: VariableSyntax, lookup: LookupSyntax): LookupSyntax {
    const [place, ...more] = this.placesOf(variable);
    const key = more.length === 0 ? this.keyOf(variable, place ?? []) : undefined;
    const ys = key === undefined ? undefined : this.imported.get(key)?.values;
    if (key === undefined || ys?.length !== lookup.points.length) return lookup;
    this.used.add(key);
    return { ...lookup, points: lookup.points.map(({ x }, k) => ({ x, y: ys[k]! })) };
  }

  private one(variable: VariableSyntax, place: readonly string[]): number | undefined {
    const key = this.keyOf(variable, place);
    const values = this.imported.get(key)?.values ?? [];
    if (values.length !== 1) return undefined;
    this.used.add(key);
    return values[0];
  }

  private keyOf({ modulePath, name }: VariableSyntax, place: readonly string[]): string {
    const whole = [...modulePath, name].join(".");
    return columnKey(place.length === 0 ? whole : `${whole}[${place.join(",")}]`);
  }

  /** The elements that an equation is for, row by row. */
  private placesOf({ subscripts }: VariableSyntax): readonly (readonly string[])[] {
    return subscripts.reduce<readonly (readonly string[])[]>(
      (rows, { name }) =>
        rows.flatMap((row) => (this.elements.get(nameKey(name)) ?? [name]).map((each) => [...row, each])),
      [[]],
    );
  }
}
