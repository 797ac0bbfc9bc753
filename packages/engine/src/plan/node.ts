import type { PrimitiveName, Reduction, TermKind } from "@sequitur/model";
import type { Pieces } from "../lookup/pieces.ts";
import { type Address, addressKey, addressLevel, type CodeLoop } from "./address.ts";

/**
 * A value to be computed: a number or a truth, in both lanes. Equal values are one node, so that each is computed once.
 * `level` is that of the innermost loop that it changes with.
 */
export type Node = NodeKind & { readonly id: number; readonly level: number; readonly is: TermKind };

export type NodeKind =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "primitive"; readonly name: PrimitiveName; readonly args: readonly Node[] }
  /** What is in memory; read anew at each turn of `within` where that loop itself may have just written it. */
  | { readonly kind: "load"; readonly address: Address; readonly within: CodeLoop | undefined }
  /** What a row of inputs gives, by its place in the row. */
  | { readonly kind: "input"; readonly index: number }
  /** A table that is the same in every turn of every loop. */
  | { readonly kind: "table"; readonly pieces: Pieces; readonly x: Node }
  /** The table whose record's offset is at `entry`, a 32-bit integer in constant memory. */
  | { readonly kind: "chosen-table"; readonly entry: Address; readonly open: boolean; readonly x: Node }
  | {
      readonly kind: "reduce";
      readonly by: Reduction;
      readonly loops: readonly CodeLoop[];
      readonly body: Node;
    }
  /**
   * What stands in the row of values at `row`, for each lane at its own `place`: a whole number from 0. Read anew at each turn of
   * `within` where that loop itself may have just written it.
   */
  | { readonly kind: "row"; readonly row: Address; readonly place: Node; readonly within: CodeLoop | undefined }
  /** What `next` makes of `start` as a loop turns; in it, the loop's `carried` is what there was before. */
  | { readonly kind: "fold"; readonly loop: CodeLoop; readonly start: Node; readonly next: Node }
  | { readonly kind: "carried"; readonly loop: CodeLoop };

/** The nodes that a node is computed from. */
export function argsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "truth":
    case "load":
    case "input":
    case "carried":
      return [];
    case "primitive":
      return node.args;
    case "table":
    case "chosen-table":
      return [node.x];
    case "reduce":
      return [node.body];
    case "row":
      return [node.place];
    case "fold":
      return [node.start, node.next];
  }
}

/** What is equal has the same key; a table is told apart by itself. */
export function nodeKey(node: Exclude<NodeKind, { kind: "table" }>): string {
  switch (node.kind) {
    case "number":
      return `n${Object.is(node.value, -0) ? "-0" : node.value}`;
    case "truth":
      return `t${node.value}`;
    case "primitive":
      return node.args.reduce((key, { id }) => `${key},${id}`, node.name as string);
    case "load":
      return `l${addressKey(node.address)}/${node.within?.id ?? ""}`;
    case "input":
      return `i${node.index}`;
    case "chosen-table":
      return `c${addressKey(node.entry)},${node.open}(${node.x.id})`;
    case "reduce":
      return `${node.by}${node.loops.map(({ id }) => id).join()}(${node.body.id})`;
    case "row":
      return `r${addressKey(node.row)}/${node.within?.id ?? ""}(${node.place.id})`;
    case "fold":
      return `f${node.loop.id}(${node.start.id},${node.next.id})`;
    case "carried":
      return `e${node.loop.id}`;
  }
}

export function levelOf(node: NodeKind): number {
  switch (node.kind) {
    case "number":
    case "truth":
    case "input":
      return 0;
    case "primitive":
      return Math.max(0, ...node.args.map(({ level }) => level));
    case "load":
      return Math.max(addressLevel(node.address), node.within?.level ?? 0);
    case "table":
      return node.x.level;
    case "chosen-table":
      return Math.max(addressLevel(node.entry), node.x.level);
    case "reduce":
      // A body that does not change with the innermost loops is added up all the same, outside of them.
      return Math.min(node.body.level, node.loops[0]!.level - 1);
    case "row":
      return Math.max(addressLevel(node.row), node.place.level, node.within?.level ?? 0);
    case "fold":
      return Math.max(node.start.level, Math.min(node.next.level, node.loop.level - 1));
    case "carried":
      return node.loop.level;
  }
}
