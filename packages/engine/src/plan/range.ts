import type { Address, Space } from "./address.ts";

/** Where an address may point, in bytes of its space: from the start of one value to that of another. */
export interface Range {
  readonly space: Space;
  readonly from: number;
  readonly to: number;
}

/** Where an address points as its loops turn; all of its space where that is not known. */
export function rangeOf({ space, offset, steps }: Address): Range {
  let [from, to] = [offset, offset];
  for (const step of steps) {
    if (step.kind !== "even") return { space, from: 0, to: Number.POSITIVE_INFINITY };
    const reach = step.bytes * (step.loop.size - 1);
    if (reach < 0) from += reach;
    else to += reach;
  }
  return { space, from, to };
}
