import type { Limit } from "./box.ts";

export type Side = "low" | "high";

/** Half way between two different values, or the one that stays inside where no number lies between them. */
export function between(low: number, high: number, side: Side): number {
  const middle = (low + high) / 2;
  if (low < middle && middle < high) return middle;
  return side === "low" ? high : low;
}

/** The limits with this one in place of what its input had; an input that is open both ways has none. */
export function limited(limits: readonly Limit[], next: Limit): readonly Limit[] {
  const others = limits.filter((limit) => limit.input !== next.input);
  const open = next.low === null && next.high === null && next.only === undefined;
  return (open ? others : [...others, next]).sort((a, b) => a.input - b.input);
}
