import { type Address, addressKey, type CodeLoop } from "../plan/address.ts";
import { argsOf, type Node } from "../plan/node.ts";
import { type Range, rangeOf } from "../plan/range.ts";
import { rootsOf, type Statement } from "../plan/statement.ts";

/**
 * Whether two turns of a loop can be done at once, one in each lane, where there is one future for both: all that a turn reads and
 * writes is its own. Nothing in it may depend on the turn before, and no loop may stand in it.
 */
export function statementsPair(loop: CodeLoop, statements: readonly Statement[]): boolean {
  const stores: Address[] = [];
  for (const statement of statements) {
    if (statement.kind === "loop") return false;
    if (statement.kind === "save" && (statement.column.kind === "one" || statement.column.loop !== loop)) return false;
    if (statement.kind === "store") stores.push(statement.address);
  }
  if (!stores.every((address) => movesWith(loop, address))) return false;
  const written = stores.map((address) => ({ key: addressKey(address), range: rangeOf(address) }));
  const isOwn = (address: Address) => {
    const [key, range] = [addressKey(address), rangeOf(address)];
    return written.every((other) => other.key === key || !overlap(other.range, range));
  };
  return stores.every(isOwn) && rootsOf(statements).every((root) => nodePairs(loop, root, isOwn));
}

/** The same for what a loop adds up. */
export const bodyPairs = (loop: CodeLoop, body: Node): boolean => nodePairs(loop, body, () => true);

function nodePairs(loop: CodeLoop, root: Node, isOwn: (address: Address) => boolean): boolean {
  const seen = new Set<Node>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.level < loop.level || seen.has(node)) continue;
    seen.add(node);
    if (!pairsItself(loop, node, isOwn)) return false;
    waiting.push(...argsOf(node));
  }
  return true;
}

function pairsItself(loop: CodeLoop, node: Node, isOwn: (address: Address) => boolean): boolean {
  switch (node.kind) {
    case "number":
    case "truth":
    case "primitive":
    case "table":
    case "input":
      return true;
    case "load":
      return isOwn(node.address);
    case "chosen-table":
      return !movesWith(loop, node.entry);
    case "row":
      return node.within === undefined && !movesWith(loop, node.row);
    case "reduce":
    case "fold":
    case "carried":
      return false;
  }
}

/** Whether an address is another one at each turn of a loop. */
export const movesWith = (loop: CodeLoop, { steps }: Address): boolean =>
  steps.some((step) => step.kind !== "moving" && step.loop === loop);

const overlap = (a: Range, b: Range): boolean => a.space === b.space && a.from <= b.to && b.from <= a.to;
