import type { Expr, LookupTable } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { HiddenMaker } from "./builtin.ts";
import { expressionWriter } from "./expression-writer.ts";
import { remembering } from "./remembering.ts";
import type { TableOperand } from "./spread.ts";
import { areasBefore, areaTo, meanOf } from "./table-area.ts";
import { over } from "./unit-rules.ts";

/** A table whose shape alone counts: it must be known, be nowhere below 0, and enclose an area. */
function shapeOf(make: HiddenMaker, { points }: TableOperand): LookupTable | undefined {
  if (points?.ys.every((y) => y >= 0) && areasBefore(points).at(-1)! > 0) return points;
  make.reportShapeless();
  return undefined;
}

/**
 * Material on a belt, by amounts and by how far each has come, from 0 to 1. Every step all of it comes on by the step's part of the time
 * that the belt takes now, and leaks in the same proportion, what has just been put on too.
 */
export const delayConveyor = remembering({
  id: "delay-conveyor",
  names: { vensim: "DELAY CONVEYOR" },
  args: ["input", "conveyance time", "leak", "initial profile", "initial amount", "initial time"],
  takes: ["value", "value", "value", "table", "value", "value"],
  units: ([input, time, leak, , amount, initialTime], check) => {
    check.time(time, 1);
    check.time(initialTime, 5);
    check.same(leak, over(dimensionless, check.timeUnit));
    return check.same(input, over(amount, check.timeUnit));
  },
  expand: (make, input, time, leak, profile, amount) => {
    const { add, sub, mul, div, atMost, less, equal, choose, max, step, floor } = expressionWriter(make);
    const shape = shapeOf(make, profile);
    const known = make.trackLength(time);
    if (shape === undefined || known === undefined) return undefined;
    // Where the belt may slow down, what is on it at the start stays behind everything until the end of the run.
    const count = make.isSteady(time) ? known : 2 * known;
    const places = make.initial("steps at the start", max(1, floor(add(div(time, step()), 1 - 1e-6))));
    const before = (place: Expr) => sub(sub(place, sub(count, places)), 1);
    const progress = make.auxiliary("part of the way", div(step(), time));
    const way = make.track("way", count, {
      initial: (place) => sub(1, div(before(place), places)),
      next: (place, behind) => choose(equal(place, count), progress, add(behind, progress)),
    });
    const [from, to] = [shape.xs[0]!, shape.xs.at(-1)!];
    const whole = areasBefore(shape).at(-1)!;
    const partTo = (place: Expr) => div(areaTo(make, profile, add(from, mul(to - from, div(place, places)))), whole);
    const arrives = (there: Expr) => atMost(1 - 1e-6, there);
    const kept = make.auxiliary("part that stays", sub(1, mul(leak, step())));
    const belt = make.track(
      "amount",
      count,
      {
        initial: (place) => {
          const at = before(place);
          return choose(less(at, -0.5), 0, mul(amount, sub(partTo(add(at, 1)), partTo(at))));
        },
        next: (place, behind, _, there) =>
          mul(kept, choose(equal(place, count), mul(input, step()), choose(arrives(there), 0, behind))),
      },
      way,
    );
    return div(
      belt.total((there, come) => choose(arrives(come), there, 0)),
      step(),
    );
  },
  says:
    "What comes off a belt that takes a time, which may change for all that is on it, and that leaks: a share of everything each unit of " +
    "time. What is on it at the start comes off in the shape of the profile.",
  source:
    "vensim.com/documentation/fn_delay_conveyor.html and mgu09_initialization_of_conveyors.html; an initial time that is not the " +
    "conveyance time (taken as that), not checked",
});

/** What is waiting, what is being processed, and when that is done. */
export const delayBatch = remembering({
  id: "delay-batch",
  names: { vensim: "DELAY BATCH" },
  args: ["input", "batch size", "batch time", "initial batch", "initial time", "initial backlog"],
  takes: ["value", "value", "value", "value", "value", "value"],
  units: ([input, size, time, batch, initialTime, backlog], check) => {
    check.time(time, 2);
    check.time(initialTime, 4);
    const amount = check.same(check.same(size, batch), backlog);
    return check.same(input, over(amount, check.timeUnit));
  },
  expand: (make, input, size, time, batch, initialTime, backlog) => {
    const { add, sub, mul, div, atMost, and, or, equal, differs, choose, step, now } = expressionWriter(make);
    const begin = { waiting: backlog, "being processed": batch, "done at": initialTime };
    const isDone = (processed: Expr, at: Expr) => and(differs(processed, 0), atMost(at, add(now(), mul(step(), 1e-6))));
    const [, processed, at] = make.together(begin, ([waiting, processed, at]) => {
      const done = make.auxiliary("is done", isDone(processed!, at!));
      const enough = atMost(sub(size, mul(size, 1e-9)), waiting!);
      const starts = make.auxiliary("starts", and(or(done, equal(processed!, 0)), enough));
      return [
        sub(add(waiting!, mul(input, step())), choose(starts, size, 0)),
        choose(starts, size, choose(done, 0, processed!)),
        choose(starts, add(now(), time), at!),
      ];
    });
    return choose(isDone(processed!, at!), div(processed!, step()), 0);
  },
  says:
    "The input in batches: as soon as so much has come in and no batch is being processed, one begins, and comes out all at once when its " +
    "time is over; 0 in between. Nothing is lost.",
  source: "vensim.com/documentation/fn_delay_batch.html; that the initial batch is an amount, not checked",
});

/** What comes in is put on a row of moments to come, each of which takes its part of the profile. */
export const delayProfile = remembering({
  id: "delay-profile",
  names: { vensim: "DELAY PROFILE" },
  args: ["profile", "input", "delay time", "initial", "initial growth"],
  takes: ["table", "value", "value", "value", "value"],
  units: ([, input, time, initial, growth], check) => {
    check.time(time, 2);
    check.same(growth, over(dimensionless, check.timeUnit));
    return check.same(input, initial);
  },
  expand: (make, profile, input, time, initial, growth) => {
    const { add, sub, mul, div, equal, choose, step, min } = expressionWriter(make);
    const shape = shapeOf(make, profile);
    if (shape === undefined) return undefined;
    const [mean, end, whole] = [meanOf(shape), shape.xs.at(-1)!, areasBefore(shape).at(-1)!];
    const longest = make.auxiliary("longest delay", mul(time, end / mean));
    const length = make.trackLength(mul(time, end / mean));
    if (length === undefined) return undefined;
    const count = length + 1;
    // The part that has come out half a step after so many steps; the first place takes what comes out before, too.
    const outBy = (steps: Expr) => {
      const x = mul(div(mul(add(steps, 0.5), step()), longest), end);
      return div(areaTo(make, profile, min(x, end)), whole);
    };
    const partOf = (place: Expr) => sub(outBy(place), choose(equal(place, 1), 0, outBy(sub(place, 1))));
    const before = initialContent(make, { shape, time, growth, count });
    if (before === undefined) return undefined;
    const coming = make.track("coming out", count, {
      initial: (place) => mul(initial, before(place, outBy)),
      next: (place, behind) => add(behind, mul(input, partOf(place))),
    });
    return coming.first;
  },
  says:
    "The input spread over the times after it in the shape of a profile, whose mean is the delay time; begun as if the input had been the " +
    "initial value, growing at a rate.",
  source: "vensim.com/documentation/fn_delay_profile.html; how Vensim cuts the profile into steps, not checked",
});

interface Past {
  readonly shape: LookupTable;
  readonly time: Expr;
  readonly growth: Expr;
  readonly count: number;
}

/**
 * What is still to come out at the start for each unit of the initial value, by place: all that has not come out yet where the input has always
 * been the same, and else a sum over what came in, which must be known before a run.
 */
function initialContent(
  make: HiddenMaker,
  { shape, time, growth, count }: Past,
): ((place: Expr, outBy: (steps: Expr) => Expr) => Expr) | undefined {
  const { sub, equal, choose } = expressionWriter(make);
  const rate = make.known(growth);
  if (rate === 0) return (place, outBy) => choose(equal(place, 1), 1, sub(1, outBy(sub(place, 1))));
  const [delay, step] = [make.known(time), make.stepLength()];
  if (rate === undefined || delay === undefined || step === undefined) {
    make.reportUnknown(rate === undefined ? growth : time, "value, where the initial growth is not 0");
    return undefined;
  }
  const parts = partsOf(shape, { delay, step, count });
  const still = new Array<number>(count).fill(0);
  for (let place = count - 1; place >= 0; place--)
    still[place] = ((still[place + 1] ?? 0) + parts[place]!) / (1 + rate * step);
  const xs = still.map((_, i) => i + 1);
  const table: LookupTable = { xs, ys: still, between: "linear", outside: "held" };
  return (place) => ({ kind: "lookup", table, reading: "table", x: place, span: make.span });
}

/** The part that comes out after 1, 2 … steps. */
function partsOf(
  shape: LookupTable,
  { delay, step, count }: { readonly delay: number; readonly step: number; readonly count: number },
): readonly number[] {
  const areas = areasBefore(shape);
  const whole = areas.at(-1)!;
  const outBy = (steps: number) => {
    const x = ((steps + 0.5) * step * meanOf(shape)) / delay;
    const i = shape.xs.findLastIndex((each) => each <= x);
    if (i < 0) return 0;
    if (i === shape.xs.length - 1) return 1;
    const [from, to, f, g] = [shape.xs[i]!, shape.xs[i + 1]!, shape.ys[i]!, shape.ys[i + 1]!];
    const height = f + ((g - f) * (x - from)) / (to - from);
    return (areas[i]! + ((f + height) / 2) * (x - from)) / whole;
  };
  return Array.from({ length: count }, (_, i) => outBy(i + 1) - (i === 0 ? 0 : outBy(i)));
}
