import { isKernel, type KernelName } from "../kernel/kernels.ts";
import type { Address } from "../plan/address.ts";
import { argsOf, type Node } from "../plan/node.ts";
import { type Range, rangeOf } from "../plan/range.ts";
import { nodesOf, type Statement } from "../plan/statement.ts";

export type KernelNode = Node & { readonly kind: "primitive"; readonly name: KernelName };

/**
 * Kernels of one name that can be computed together, by each of them: none needs another, and what they are computed from is the
 * same wherever in the statements it is read. Groups of one are left out.
 */
export function kernelGroups(statements: readonly Statement[], most: number): ReadonlyMap<Node, readonly KernelNode[]> {
  const ranks = new Ranks(writtenIn(statements));
  const alike = new Map<string, KernelNode[]>();
  for (const node of nodesOf(statements)) {
    if (!isKernelNode(node)) continue;
    const rank = ranks.of(node);
    if (rank === undefined) continue;
    const key = `${node.name} ${rank}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [node]);
    else known.push(node);
  }
  const groups = [...alike.values()].flatMap((nodes) => chunks(nodes, most)).filter(({ length }) => length > 1);
  return new Map(groups.flatMap((group) => group.map((node) => [node, group] as const)));
}

const isKernelNode = (node: Node): node is KernelNode => node.kind === "primitive" && isKernel(node.name);

export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/**
 * How many kernels stand above each other in a node: those of one rank do not need each other. Undefined where a node has to be
 * computed at its place, since it reads what the statements write, or turns with a loop.
 */
class Ranks {
  readonly #known = new Map<Node, number | undefined>();
  readonly #isWritten: (address: Address) => boolean;

  constructor(isWritten: (address: Address) => boolean) {
    this.#isWritten = isWritten;
  }

  of(node: Node): number | undefined {
    if (!this.#known.has(node)) this.#known.set(node, this.#rank(node));
    return this.#known.get(node);
  }

  #rank(node: Node): number | undefined {
    switch (node.kind) {
      case "number":
      case "truth":
      case "input":
        return 0;
      case "load":
        return node.within === undefined && !this.#isWritten(node.address) ? 0 : undefined;
      case "primitive":
      case "table": {
        const ranks = argsOf(node).map((arg) => this.of(arg));
        return ranks.includes(undefined)
          ? undefined
          : Math.max(0, ...(ranks as number[])) + (isKernelNode(node) ? 1 : 0);
      }
      case "chosen-table":
      case "reduce":
      case "row":
      case "fold":
      case "carried":
        return undefined;
    }
  }
}

/** Whether statements write what is at an address that does not move; of one that does, it is taken to be so. */
function writtenIn(statements: readonly Statement[]): (address: Address) => boolean {
  const ranges = rangesIn(statements);
  const single = new Set(ranges.filter(({ from, to }) => from === to).map(({ space, from }) => `${space}${from}`));
  const long = ranges.filter(({ from, to }) => from < to);
  return ({ space, offset, steps }) =>
    steps.length > 0 ||
    single.has(`${space}${offset}`) ||
    long.some((range) => range.space === space && range.from <= offset && offset <= range.to);
}

function rangesIn(statements: readonly Statement[]): readonly Range[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "loop") return rangesIn(statement.body);
    return statement.kind === "store" ? [rangeOf(statement.address)] : [];
  });
}
