import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import type { Node } from "../plan/node.ts";
import { chunks, type KernelNode } from "./kernel-groups.ts";
import type { ModuleParts } from "./module-parts.ts";

/** Where the operands of a group come from, and where its results go. */
export interface GroupValues {
  readonly push: (node: Node) => void;
  readonly localFor: (node: Node) => Local;
}

/** Computes a group for later: in one or two vectors, each of one kernel or, where both lanes are of one future, of two. */
export function writeTogether(
  f: FunctionBuilder,
  { kernels, lanesAlike }: ModuleParts,
  group: readonly KernelNode[],
  values: GroupValues,
): void {
  const vectors = chunks(group, lanesAlike ? 2 : 1);
  const { name, args } = group[0]!;
  for (const members of vectors)
    for (let arg = 0; arg < args.length; arg++) {
      for (const member of members) values.push(member.args[arg]!);
      if (members.length > 1) f.shuffle64(0, 2);
    }
  kernels.call(f, name, args.length, vectors.length === 1 ? 1 : 2);
  for (const members of vectors.toReversed()) unpack(f, members, values);
}

function unpack(f: FunctionBuilder, members: readonly KernelNode[], { localFor }: GroupValues): void {
  const both = f.local("v128");
  f.set(both);
  for (const [lane, node] of members.entries()) {
    f.get(both);
    if (members.length > 1) {
      f.get(both);
      f.shuffle64(lane, lane);
    }
    f.set(localFor(node));
  }
}
