import type { SyntaxTree } from "../syntax/syntax-tree.ts";

// What Vensim says of a variable and XMILE has no word for stands in a name space of our own, as XMILE lets vendors (1.0, 2.2), so that it
// is there again when the file is read.
const prefix = "sequitur:";

export const supplementaryMark = `${prefix}supplementary`;
/** How far a slider moves at once, on `<range>`. */
export const stepMark = `${prefix}step`;
/** What a view was drawn from, on `<views>`. */
export const originTag = `${prefix}drawing`;

export function isOwnMark(attribute: string): boolean {
  return attribute.startsWith(prefix);
}

/** The declaration that a file needs which has such marks. */
export function ownNameSpace({ variables, macros, drawing }: SyntaxTree): Readonly<Record<string, string>> {
  const all = [...variables, ...macros.flatMap((macro) => macro.variables)];
  const isMarked = all.some(({ supplementary, units }) => supplementary || units?.step !== undefined);
  return isMarked || drawing?.origin !== undefined ? { "xmlns:sequitur": "urn:sequitur" } : {};
}
