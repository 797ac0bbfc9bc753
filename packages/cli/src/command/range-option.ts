import type { Range } from "@sequitur/ensemble";
import { InvalidArgumentError } from "commander";

/** Futures from one to another, both included, as an option's value: `0..99999`. */
export function futureRange(text: string): Range {
  const [, first, last] = /^(\d{1,15})\.\.(\d{1,15})$/.exec(text) ?? [];
  const range = { first: Number(first), end: Number(last) + 1 };
  if (range.first < range.end) return range;
  throw new InvalidArgumentError("Give the first and the last future, such as 0..99999.");
}

/** A range as one writes it. */
export function rangeText({ first, end }: Range): string {
  return `${first}..${end - 1}`;
}
