import type { Builtin, PureBuiltin } from "./builtin.ts";
import type { Term } from "./term.ts";

type TermFor<A extends readonly string[]> = { readonly [K in keyof A]: Term };

interface PureRow<A extends readonly string[]> extends Omit<Builtin, "behaviour"> {
  readonly args: A;
  /** Written over the arguments, in order; those left out in a call are there with their default. */
  readonly meaning: (...args: TermFor<A>) => Term;
}

/** A row for a function of its arguments at one moment. */
export function pure<const A extends readonly string[]>({ meaning, ...row }: PureRow<A>): PureBuiltin {
  const terms = row.args.map((_, index): Term => ({ kind: "argument", index }));
  // One term for each name in `args`, which is what TermFor<A> says and `map` cannot.
  return { ...row, behaviour: { kind: "pure", meaning: meaning(...(terms as unknown as TermFor<A>)) } };
}
