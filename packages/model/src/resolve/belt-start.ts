import type { Expr, Index } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { BeltMaker } from "./belt-maker.ts";

/** What is on each slat at first, and how much had come in for it. */
export interface BeltStart {
  load(slat: Index): Expr;
  cohort(slat: Index): Expr;
}

/**
 * The start of a belt: one value is laid out as if always as much had come in, so that it is in balance (as in "Steady-State
 * Initialization of Conveyors", see `defineBelt`); a list says what is on each slat, or comes off in each unit of time.
 * @param losing  what a slat with this load loses in a step; undefined where nothing leaks
 */
export function beltStart(
  maker: BeltMaker,
  initial: readonly SyntaxExpr[],
  losing: ((slat: Index, load: Expr) => Expr) | undefined,
): BeltStart {
  const share = losing && arrivingShare(maker, losing);
  const values = initial.map((each) => maker.resolved(each));
  if (values.length > 1) {
    const load = listedLoad(maker, values);
    return { load, cohort: (slat) => (share ? maker.call("zidz", load(slat), share(slat)) : load(slat)) };
  }
  const each = maker.call("divide", values[0]!, share ? maker.sum(share(maker.here)) : maker.depth);
  const size = maker.define("what came in with each step before the start", { kind: "initial", value: each });
  const cohort = (slat: Index) => maker.onBelt(slat, size);
  return { cohort, load: share ? (slat) => maker.call("multiply", share(slat), size) : cohort };
}

/** How much of what came in is left when it arrives on a slat. */
function arrivingShare(maker: BeltMaker, losing: (slat: Index, load: Expr) => Expr): (slat: Index) => Expr {
  const { first, earlier, later } = maker;
  const { id, at } = maker.slatVariable("share that arrives");
  const read = (slat: Index): Expr => ({ kind: "variable", id, at: [...at, slat], span: maker.site.span });
  const write = (slat: Index, before: Expr | undefined) =>
    maker.write(id, slat, { kind: "initial", value: maker.arriving(slat, before, maker.number(1)) }, at);
  write(first, undefined);
  if (maker.count === 1) return read;
  const left = maker.call("subtract", read(earlier), losing(earlier, read(earlier)));
  write(later, maker.call("max", left, maker.number(0)));
  return read;
}

/**
 * As many values as there are slats are one each, from the end back; any other number is one for each unit of time, spread evenly
 * over its slats, the last for all that is left (iseesystems.com/resources/help/v2, Initializing Discrete Stocks).
 */
function listedLoad(maker: BeltMaker, values: readonly Expr[]): (slat: Index) => Expr {
  const { depth, site, draft } = maker;
  if (depth.kind !== "number" || site.timeStep === undefined) {
    draft.found.push(report("conveyor-list-unfit", site.span, { name: maker.belt.conveyor.name }));
    return () => maker.number(Number.NaN);
  }
  const slats = Array.from({ length: depth.value }, (_, fromEnd) =>
    values.length === depth.value ? fromEnd : Math.floor(fromEnd * site.timeStep! + 1e-9),
  );
  const blocks = [...new Set(slats)].map((block) => {
    const value = values[Math.min(block, values.length - 1)]!;
    const size = slats.filter((each) => each === block).length;
    return { end: slats.lastIndexOf(block) + 1, value: maker.call("divide", value, maker.number(size)) };
  });
  return (slat) =>
    blocks.reduceRight<Expr>(
      (beyond, { end, value }) =>
        maker.choose(maker.call("less-or-equal", maker.fromEnd(slat), maker.number(end)), value, beyond),
      maker.number(0),
    );
}
