import { InvalidArgumentError } from "commander";

/** A whole number from `least` up, as an option's value. */
export function count(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least)
      throw new InvalidArgumentError(`Give a whole number from ${least} up.`);
    return value;
  };
}
