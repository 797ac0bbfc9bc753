import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";

/** How the tree of an XMILE file calls what `<init_eqn>` says beside an `<eqn>`. */
export const activeInitial = "vensim.ACTIVE INITIAL";

/** An equation, and what it begins with where that is another value than its own. */
export interface Beginning {
  readonly always: SyntaxExpr;
  readonly initial: SyntaxExpr | undefined;
}

/** The two, as XMILE's converters write them beside each other. */
export function withoutInitial(expression: SyntaxExpr): Beginning {
  const [always, initial] = expression.kind === "call" ? expression.args : [];
  const isActive = expression.kind === "call" && nameKey(expression.name) === nameKey(activeInitial);
  return isActive && always && initial ? { always, initial } : { always: expression, initial: undefined };
}
