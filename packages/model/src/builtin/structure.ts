import { dimensionless } from "../units/unit.ts";
import type { Builtin, StructuralForm, UnitRule } from "./builtin.ts";
import { asFirst, overSomeTime, overTime } from "./unit-rules.ts";

interface FormRow {
  readonly form: StructuralForm;
  readonly names: Builtin["names"];
  readonly args: readonly string[];
  readonly units: UnitRule;
  readonly says: string;
  readonly source: string;
}

/** A function that is part of the language's structure: the code that resolves equations knows its form. */
const form = ({ form, names, ...rest }: FormRow): Builtin => ({
  id: (names.vensim ?? names.xmile ?? "").toLowerCase().replaceAll(" ", "-"),
  names,
  behaviour: { kind: "form", form },
  cases: [],
  ...rest,
});

export const integ = form({
  form: "stock",
  names: { vensim: "INTEG" },
  args: ["rate", "initial"],
  units: ([rate, initial], check) => check.same(initial, overSomeTime(rate, check.timeUnit)),
  says: "A stock: its initial value, and from then on the integral of the rate.",
  source: "vensim.com/documentation/fn_integ.html",
});

export const initial = form({
  form: "initial",
  names: { vensim: "INITIAL", xmile: "INIT" },
  args: ["x"],
  units: asFirst,
  says: "The value of x at the start of the run, held.",
  source: "vensim.com/documentation/fn_initial.html; XMILE 1.0, 3.5.6",
});

export const endVal = form({
  form: "initial",
  names: { xmile: "ENDVAL" },
  args: ["x", "initial?"],
  units: ([x, initial], check) => check.same(x, initial),
  says: "What x was at the end of the run before this one: there was none, so the initial value, or what x is at the start.",
  source: 'iseesystems.com/resources/help/v2; the start held to a run of Stella\'s (tests of BPTK-Py, "test_endval")',
});

export const reinitial = form({
  form: "initial",
  names: { vensim: "REINITIAL" },
  args: ["x"],
  units: asFirst,
  says: "As INITIAL: it differs only where a run is taken up again in the middle.",
  source: "vensim.com/documentation/fn_reinitial.html",
});

export const activeInitial = form({
  form: "active-initial",
  names: { vensim: "ACTIVE INITIAL" },
  args: ["x", "initial"],
  units: ([x, initial], check) => check.same(x, initial),
  says: "x in every step, but the second argument while initial values are computed.",
  source: "vensim.com/documentation/fn_active_initial.html",
});

export const withLookup = form({
  form: "with-lookup",
  names: { vensim: "WITH LOOKUP", xmile: "WITH LOOKUP" },
  args: ["x", "table"],
  units: () => undefined,
  says: "The table read at x.",
  source: "vensim.com/documentation/fn_with_lookup.html; XMILE 1.0, 3.1.4",
});

export const delayFixed = form({
  form: "pipeline",
  names: { vensim: "DELAY FIXED" },
  args: ["input", "time", "initial"],
  units: overTime,
  says: "What the input was a fixed time ago, in whole steps, as many as come nearest; the initial value until then.",
  source: "vensim.com/documentation/fn_delay_fixed.html",
});

export const delay = form({
  form: "pipeline",
  names: { xmile: "DELAY" },
  args: ["input", "time", "initial?"],
  units: overTime,
  says: "What the input was a fixed time ago; until then the initial value, or what the input was at the start.",
  source: "XMILE 1.0, 3.5.3",
});

export const sampleIfTrue = form({
  form: "sample",
  names: { vensim: "SAMPLE IF TRUE" },
  args: ["condition", "input", "initial"],
  units: ([condition, input, initial], check) => {
    check.dimensionless(condition, 0);
    return check.same(input, initial);
  },
  says: "Takes the input while the condition is true, and keeps it while it is not; begins at the initial value.",
  source: "vensim.com/documentation/fn_sample_if_true.html",
});

export const shiftIfTrue = form({
  form: "shift",
  names: { vensim: "SHIFT IF TRUE" },
  args: ["stock", "condition", "size", "accumulate", "incoming"],
  units: ([stock, condition, size, accumulate, incoming], check) => {
    for (const [i, one] of [condition, size, accumulate].entries()) check.dimensionless(one, i + 1);
    return check.same(stock, incoming);
  },
  says:
    "Moves what is in the elements of a stock on by one while the condition is true: the first takes what comes in, and the last gives up what it " +
    "had, which is the value, or, where it accumulates, keeps it.",
  source: "vensim.com/documentation/fn_shift_if_true.html",
});

export const previous = form({
  form: "previous",
  names: { xmile: "PREVIOUS" },
  args: ["x", "initial"],
  units: ([x, initial], check) => check.same(x, initial),
  says: "What x was one step ago; the initial value at the start.",
  source: "XMILE 1.0, 3.5.6",
});

const elementCount = (names: Builtin["names"], source: string): Builtin =>
  form({
    form: "element-count",
    names,
    args: ["dimension"],
    units: () => dimensionless,
    says: "How many elements there are.",
    source,
  });

export const elmcount = elementCount({ vensim: "ELMCOUNT" }, "vensim.com/documentation/fn_elmcount.html");
export const size = elementCount({ xmile: "SIZE" }, "XMILE 1.0, 3.7.1");

// Units are not checked: they depend on the last argument.
export const getTimeValue = form({
  form: "time-value",
  names: { vensim: "GET TIME VALUE" },
  args: ["relative to", "offset", "measure"],
  units: () => undefined,
  says: "The present time (0) or that of the start (1), so much later, in the model's unit of time (measure 0).",
  source: "vensim.com/documentation/fn_get_time_value.html",
});
