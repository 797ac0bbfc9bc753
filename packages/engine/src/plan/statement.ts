import type { VariableId } from "@sequitur/model";
import type { Address, CodeLoop } from "./address.ts";
import { argsOf, type Node } from "./node.ts";

/** One thing that a routine does, in order. */
export type Statement =
  /** Says what a scalar variable is. It is computed here if it is used more than once, else where it is used. */
  | { readonly kind: "define"; readonly node: Node; readonly variable: VariableId }
  /** Computes a value here, before later statements change what it is made from. */
  | { readonly kind: "hold"; readonly node: Node }
  | { readonly kind: "store"; readonly address: Address; readonly node: Node }
  /** Writes a value into each lane's row of results. */
  | { readonly kind: "save"; readonly column: SaveColumn; readonly node: Node }
  | { readonly kind: "loop"; readonly loop: CodeLoop; readonly body: readonly Statement[] };

/** Which column of a row of results. */
export type SaveColumn =
  | { readonly kind: "one"; readonly column: number }
  /** One further at each turn of a loop, from `column` on. */
  | { readonly kind: "even"; readonly column: number; readonly loop: CodeLoop }
  /** As a list of 32-bit integers in constant memory says, one a turn: bytes from the start of the row. */
  | { readonly kind: "listed"; readonly list: number; readonly loop: CodeLoop };

/** The values that statements use; to define one is not to use it. */
export function rootsOf(statements: readonly Statement[]): readonly Node[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "loop") return rootsOf(statement.body);
    return statement.kind === "define" ? [] : [statement.node];
  });
}

/** All that statements compute, in about the order in which it is needed first. */
export function nodesOf(statements: readonly Statement[]): ReadonlySet<Node> {
  const nodes = new Set<Node>();
  for (const root of rootsOf(statements)) {
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (nodes.has(node)) continue;
      nodes.add(node);
      waiting.push(...argsOf(node));
    }
  }
  return nodes;
}

/** How many places use each node: statements, and other nodes. */
export function countUses(statements: readonly Statement[]): ReadonlyMap<Node, number> {
  const uses = new Map<Node, number>();
  const waiting = [...rootsOf(statements)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const before = uses.get(node) ?? 0;
    uses.set(node, before + 1);
    if (before === 0) waiting.push(...argsOf(node));
  }
  return uses;
}
