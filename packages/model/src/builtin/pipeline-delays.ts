import type { Expr } from "../model.ts";
import type { Builtin, HiddenMaker, UnitRule } from "./builtin.ts";

/** How many steps from now something comes out that goes in now: as many whole ones as come nearest, at least one, as in DELAY FIXED. */
function stepsNow(make: HiddenMaker, time: Expr, most: number): Expr {
  const steps = make.call("divide", time, make.call("clock-step"));
  const nearest = make.call("int", make.call("add", steps, make.number(0.5 + 1e-6)));
  return make.auxiliary("steps", make.call("max", make.number(1), make.call("min", nearest, make.number(most))));
}

const choose = (make: HiddenMaker, test: Expr, whenTrue: Expr, otherwise: Expr) =>
  make.call("if-then-else", test, whenTrue, otherwise);

/** A track of what is on its way, and beside it one of where something is: 1 there, 0 elsewhere. */
function onItsWay(
  make: HiddenMaker,
  [input, time, initial]: readonly [Expr, Expr, Expr],
  count: number,
  join: (place: Expr, steps: Expr, behind: Expr, coming: Expr) => Expr,
): { readonly value: Expr; readonly isThere: Expr } {
  const steps = stepsNow(make, time, count);
  const first = make.initial("steps at the start", steps);
  const track = (name: string, coming: Expr, begin: Expr) =>
    make.track(name, count, {
      initial: (place) => choose(make, make.call("less-or-equal", place, first), begin, make.number(0)),
      next: (place, behind) => join(place, steps, behind, coming),
    }).first;
  const one = make.number(1);
  return { value: track("on its way", input, initial), isThere: track("where something is", one, one) };
}

const delayUnits: UnitRule = ([input, time, initial, missing], check) => {
  check.time(time, 1);
  return check.same(check.same(input, initial), missing);
};

export const delayMaterial: Builtin = {
  id: "delay-material",
  names: { vensim: "DELAY MATERIAL" },
  args: ["input", "time", "initial", "missing"],
  units: delayUnits,
  behaviour: {
    kind: "memory",
    expand: ([input, time, initial, missing], make) => {
      const count = make.trackLength(time!);
      if (count === undefined) return input!;
      const { value, isThere } = onItsWay(make, [input!, time!, initial!], count, (place, steps, behind, coming) =>
        make.call("add", behind, choose(make, make.call("equal", place, steps), coming, make.number(0))),
      );
      return choose(make, isThere, value, missing!);
    },
  },
  says: "What the input was a time ago that may change: inputs that come out together are added, and where none does it is `missing`.",
  source: "vensim.com/documentation/fn_delay_material.html",
  cases: [],
};

export const delayInformation: Builtin = {
  id: "delay-information",
  names: { vensim: "DELAY INFORMATION" },
  args: ["input", "time", "initial"],
  units: delayUnits,
  behaviour: {
    kind: "memory",
    expand: ([input, time, initial], make) => {
      const count = make.trackLength(time!);
      if (count === undefined) return input!;
      // What is newer replaces whatever would come out at the same time or after it.
      const { value, isThere } = onItsWay(make, [input!, time!, initial!], count, (place, steps, behind, coming) => {
        const kept = choose(make, make.call("less", place, steps), behind, make.number(0));
        return choose(make, make.call("equal", place, steps), coming, kept);
      });
      return make.kept("held", initial!, (before) => choose(make, isThere, value, before));
    },
  },
  says: "What the input was a time ago that may change: newer inputs replace those that would come out later, and the last one is held.",
  source: "vensim.com/documentation/22300.html; anylogic.help, delayInformation, which has it alike",
  cases: [],
};
