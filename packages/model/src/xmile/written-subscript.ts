import type { Span } from "../source/span.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { WrittenName } from "./written-name.ts";

/** What XMILE allows between square brackets (1.0, 3.7.1), before `ArraySpelling` puts it into the forms of the tree. */
export type WrittenSubscript =
  | { readonly kind: "name"; readonly name: WrittenName; readonly span: Span }
  /** `*`: the whole dimension; `Location.*`, as Stella writes, says which (held to the sample WithArrays.xmile of XMILE 1.2's schema). */
  | { readonly kind: "all"; readonly of: string | undefined; readonly span: Span }
  /** `1:3`. */
  | { readonly kind: "range"; readonly from: WrittenSubscript; readonly to: WrittenSubscript; readonly span: Span }
  /** `@2`: the second dimension of the variable whose equation this is. */
  | { readonly kind: "position"; readonly position: number; readonly span: Span }
  | { readonly kind: "index"; readonly index: SyntaxExpr; readonly span: Span };
