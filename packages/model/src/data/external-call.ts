import type { ExternalContent } from "../builtin/builtin.ts";
import { arityOf, builtinsNamed } from "../builtin/register.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, SyntaxTree } from "../syntax/syntax-tree.ts";

/** A call that names what stands in a file: GET DIRECT CONSTANTS('file', 'tab', 'cell') and its kin. */
export interface ExternalCall {
  readonly name: string;
  readonly holds: ExternalContent;
  readonly file: TextArgument;
  readonly tab: TextArgument;
  /** What follows the two, by kind. One that is left out is an empty text at the place of the call. */
  readonly rest: readonly TextArgument[];
  readonly span: Span;
}

export interface TextArgument {
  readonly text: string;
  readonly span: Span;
}

/** The texts that variables stand for (`file name :IS: 'data.xlsx'`) and tags (`'?data'`), by the keys of their names. */
export type NamedTexts = ReadonlyMap<string, string>;

export function namedTexts({ variables, fileTags }: SyntaxTree): NamedTexts {
  const tags = [...(fileTags ?? [])].map(([tag, file]) => [nameKey(tag), file] as const);
  return new Map([
    ...tags,
    ...variables.flatMap(({ name, definition }) =>
      definition.kind === "equation" && definition.expression.kind === "text"
        ? [[nameKey(name), definition.expression.value] as const]
        : [],
    ),
  ]);
}

/** What a call by this name is read from a file; undefined where it is no such call. */
export function externalContent(expression: SyntaxExpr): ExternalContent | undefined {
  if (expression.kind !== "call") return undefined;
  const [row] = builtinsNamed("vensim", expression.name);
  return row?.behaviour.kind === "external" ? row.behaviour.holds : undefined;
}

/** Reads such a call; undefined, with diagnostics, where its arguments are not what it needs. */
export function readExternalCall(
  expression: SyntaxExpr,
  texts: NamedTexts,
  found: Diagnostic[],
): ExternalCall | undefined {
  const holds = externalContent(expression);
  if (holds === undefined || expression.kind !== "call") return undefined;
  const { name, args, span } = expression;
  const row = builtinsNamed("vensim", name)[0]!;
  const { least, most } = arityOf(row);
  if (args.length < least || args.length > most) {
    const wanted = `${most} arguments (${row.args.map((arg) => arg.replace("?", "")).join(", ")})`;
    found.push(report("argument-count", span, { name, wanted, given: args.length }));
    return undefined;
  }
  const given = row.args.map((_, i) => (args[i] ? textOf(args[i], texts) : { text: "", span }));
  for (const [i, argument] of given.entries())
    if (argument === undefined)
      found.push(report("external-argument", args[i]!.span, { name, argument: row.args[i]!.replace("?", "") }));
  const [file, tab, ...rest] = given;
  if (!file || !tab || !rest.every((argument) => argument !== undefined)) return undefined;
  return { name, holds, file, tab, rest, span };
}

function textOf(argument: SyntaxExpr, texts: NamedTexts): TextArgument | undefined {
  const { span } = argument;
  if (argument.kind === "text") {
    const text = argument.value.trim();
    return { text: (text.startsWith("?") ? texts.get(nameKey(text)) : undefined) ?? text, span };
  }
  if (argument.kind === "number") return { text: String(argument.value), span };
  const named = argument.kind === "reference" ? texts.get(nameKey(argument.name)) : undefined;
  return named === undefined ? undefined : { text: named.trim(), span };
}

/** Every right-hand side of a tree that may be such a call. */
export function externalExpressions({ variables, dimensions, macros }: SyntaxTree): readonly SyntaxExpr[] {
  const all = [...variables, ...macros.flatMap((macro) => macro.variables)];
  return [
    ...dimensions.flatMap(({ external }) => external ?? []),
    ...all.flatMap(({ definition }) =>
      "expression" in definition && definition.expression ? [definition.expression] : [],
    ),
  ].filter((expression) => externalContent(expression) !== undefined);
}
