import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type {
  DimensionSyntax,
  GroupSyntax,
  MacroSyntax,
  RealityCheckSyntax,
  SyntaxTree,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { DimensionReader } from "./dimension.ts";
import { readStatement } from "./equation.ts";
import { readFields, readGroupComment } from "./field.ts";
import { type MacroHead, readMacroHead } from "./macro.ts";
import type { Scanner } from "./scanner.ts";
import { TokenCursor } from "./token-cursor.ts";

/** What the equations of a file say; the sketch and the settings say the rest of the tree. */
export type Equations = Pick<SyntaxTree, "dimensions" | "variables" | "macros" | "groups" | "realityChecks">;

export function readEquations(scanner: Scanner, found: Diagnostic[]): Equations {
  return new EquationsReader(scanner, found).read();
}

class EquationsReader {
  readonly #scanner: Scanner;
  readonly #cursor: TokenCursor;
  readonly #dimensionReader: DimensionReader;
  readonly #found: Diagnostic[];
  readonly #dimensions: DimensionSyntax[] = [];
  readonly #variables: VariableSyntax[] = [];
  readonly #macros: MacroSyntax[] = [];
  readonly #groups: GroupSyntax[] = [];
  #group: string | undefined;
  readonly #realityChecks: RealityCheckSyntax[] = [];
  /** The macro whose equations are being read. */
  #macro: { readonly head: MacroHead; readonly variables: VariableSyntax[] } | undefined;

  constructor(scanner: Scanner, found: Diagnostic[]) {
    this.#scanner = scanner;
    this.#cursor = new TokenCursor(scanner, found);
    this.#dimensionReader = new DimensionReader(this.#cursor);
    this.#found = found;
  }

  read(): Equations {
    for (this.#scanner.skipBlank(); !this.#scanner.atEnd; this.#scanner.skipBlank()) this.#readNext();
    if (this.#macro) this.#reportUnclosedMacro(this.#macro.head);
    this.#endMacro();
    return {
      dimensions: this.#dimensions,
      variables: withoutPlaceholders(this.#variables),
      macros: this.#macros,
      groups: this.#groups,
      realityChecks: this.#realityChecks,
    };
  }

  #readNext(): void {
    if (this.#scanner.takeBar()) return;
    if (this.#scanner.atGroup) this.#readGroup();
    else if (this.#cursor.takeKeyword("MACRO")) this.#readMacro();
    else if (this.#cursor.isAtKeyword("END OF MACRO")) this.#readMacroEnd();
    else this.#readStatement();
  }

  #readStatement(): void {
    const statement = readStatement(this.#cursor, this.#dimensionReader);
    const fields = readFields(this.#scanner, this.#cursor);
    if (statement?.kind === "dimension") this.#dimensions.push(statement.dimension);
    if (statement?.kind === "check") this.#realityChecks.push({ ...statement.check, comment: fields.comment });
    if (statement?.kind !== "variable") return;
    const { units, comment, supplementary } = fields;
    const rest = { units, comment, supplementary, group: this.#group, modulePath: [] };
    (this.#macro?.variables ?? this.#variables).push(Object.assign(rest, statement.variable));
  }

  /** `****` `.Name` `****~` comment `|`; the equations after it are in the group, or in none where it has no name. */
  #readGroup(): void {
    this.#scanner.skipStars();
    const header = this.#scanner.upTo("*~|");
    this.#scanner.skipStars();
    const name = header.text.trim().replace(/^\./, "");
    this.#group = name === "" ? undefined : name;
    const comment = readGroupComment(this.#scanner, this.#cursor);
    if (name !== "" && !this.#groups.some((group) => nameKey(group.name) === nameKey(name)))
      this.#groups.push({ name, comment, span: this.#cursor.spanOf(header) });
  }

  #readMacro(): void {
    if (this.#macro) this.#reportUnclosedMacro(this.#macro.head);
    this.#endMacro();
    const head = readMacroHead(this.#cursor);
    if (head) this.#macro = { head, variables: [] };
    if (!this.#cursor.faulty) return;
    // Where the head ends is not known, so the equation that follows goes with it.
    this.#cursor.finish();
    readFields(this.#scanner, this.#cursor);
  }

  #readMacroEnd(): void {
    const end = this.#cursor.next();
    if (this.#macro === undefined) this.#found.push(report("stray-macro-end", this.#cursor.spanOf(end), {}));
    this.#endMacro();
  }

  #endMacro(): void {
    if (this.#macro) this.#macros.push({ ...this.#macro.head, variables: withoutPlaceholders(this.#macro.variables) });
    this.#macro = undefined;
  }

  #reportUnclosedMacro({ name, span }: MacroHead): void {
    this.#found.push(report("unclosed-macro", span, { name }));
  }
}

/**
 * Where a sketch draws causes that an equation does not use, Vensim writes `x = A FUNCTION OF(…)` before the equation of x. It stands for no
 * equation then (as the open readers xmutil, `PurgeAFOEq`, and Simlin take it), so it goes; alone it stays, and is reported.
 */
function withoutPlaceholders(variables: readonly VariableSyntax[]): readonly VariableSyntax[] {
  const written = new Set(variables.filter((each) => !isPlaceholder(each)).map(({ name }) => nameKey(name)));
  return variables.filter((each) => !(isPlaceholder(each) && written.has(nameKey(each.name))));
}

const placeholder = nameKey("A FUNCTION OF");

function isPlaceholder({ definition }: VariableSyntax): boolean {
  if (definition.kind !== "equation" || definition.expression.kind !== "call") return false;
  return nameKey(definition.expression.name) === placeholder;
}
