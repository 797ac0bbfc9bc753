import { readSyntax } from "../read-syntax.ts";
import type { Source } from "../source/source.ts";
import { externalExpressions, namedTexts, readExternalCall } from "./external-call.ts";

/** What a model's text asks for, so that it can be fetched before the model is read. */
export interface Wants {
  /** Files by the names that the text gives them, each once. */
  readonly files: readonly string[];
  /** Whether it has data variables without an equation, whose series stand in a data set. */
  readonly dataSets: boolean;
}

export function wantsOf(source: Source): Wants {
  const tree = readSyntax(source).value;
  const texts = namedTexts(tree);
  const calls = externalExpressions(tree).flatMap((expression) => readExternalCall(expression, texts, []) ?? []);
  const variables = [...tree.variables, ...tree.macros.flatMap((macro) => macro.variables)];
  return {
    files: [...new Set([...calls, ...(tree.imports ?? [])].map(({ file }) => file.text))],
    dataSets: variables.some(({ definition }) => definition.kind === "data" && definition.expression === undefined),
  };
}
