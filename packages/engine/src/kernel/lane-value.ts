import type { FunctionBuilder, Local } from "../encode/function-builder.ts";

/**
 * A value in two-lane code that is not written yet: what it is made of, and the instruction that makes it once that is on the
 * stack. Values form a graph without cycles; `write` puts it into a function.
 */
export class LaneValue {
  readonly inputs: readonly LaneValue[];
  readonly type: "v128" | "i32";
  readonly instruction: (f: FunctionBuilder) => void;
  /** Written anew at each use, as a constant is, rather than kept in a local. */
  readonly cheap: boolean;

  constructor(
    inputs: readonly LaneValue[],
    instruction: (f: FunctionBuilder) => void,
    { type = "v128", cheap = false }: { type?: "v128" | "i32"; cheap?: boolean } = {},
  ) {
    this.inputs = inputs;
    this.instruction = instruction;
    this.type = type;
    this.cheap = cheap;
  }
}

/** Writes the code of values, and leaves them on the stack. What is used more than once is computed once and kept in a local. */
export function write(f: FunctionBuilder, ...roots: readonly LaneValue[]): void {
  const uses = countUses(roots);
  const kept = new Map<LaneValue, Local>();
  const push = (value: LaneValue): void => {
    const local = kept.get(value);
    if (local !== undefined) f.get(local);
    else compute(value);
  };
  const compute = (value: LaneValue): void => {
    for (const input of value.inputs) push(input);
    value.instruction(f);
    if (value.cheap || uses.get(value) === 1) return;
    const fresh = f.local(value.type);
    kept.set(value, fresh);
    f.tee(fresh);
  };
  for (const root of roots) push(root);
}

function countUses(roots: readonly LaneValue[]): ReadonlyMap<LaneValue, number> {
  const uses = new Map<LaneValue, number>();
  const use = (value: LaneValue): void => {
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0) for (const input of value.inputs) use(input);
  };
  for (const root of roots) use(root);
  return uses;
}
