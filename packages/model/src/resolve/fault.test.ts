import { test } from "vitest";
import { expectFaults, expectFaultsWithoutTimes, expectXmileFaults } from "../testing/small-model.ts";

for (const [what, equations, ...codes] of [
  ["a name nobody defines", "births = «birht rate» * 2 ~~| birth rate = 1 ~~|", "unknown-name"],
  ["a function nobody knows", "x = «SMOTH»(Time, 2) ~~|", "unknown-function"],
  ["a function that no run can compute", "x = «SSHAPE»(0, 1) ~~|", "refused-function"],
  ["too few arguments", "x = «MAX(1)» ~~|", "argument-count"],
  ["too many arguments", "x = «ABS(1, 2)» ~~|", "argument-count"],
  ["the wrong dialect's function", "x = «SAFEDIV»(1, 2) ~~|", "unknown-function"],
  ["the same variable twice", "x = 1 ~~| «x = 2» ~~|", "duplicate-definition"],
  ["the same variable, spelled otherwise", "Birth Rate = 1 ~~| «birth_rate = 2» ~~|", "duplicate-definition"],
  ["Time defined", "«Time» = 3 ~~|", "reserved-name"],
  ["a lookup used as a number", "f((0,0),(1,1)) ~~| x = «f» + 1 ~~|", "lookup-as-value"],
  ["a variable called", "y = 1 ~~| x = «y»(3) ~~|", "not-a-lookup"],
  ["a lookup called with two", "f((0,0),(1,1)) ~~| x = «f(1, 2)» ~~|", "argument-count"],
  ["no lookup where one is needed", "y = 1 ~~| x = LOOKUP FORWARD(«y», 2) ~~|", "table-needed"],
  ["a text for a number", "x = 1 + «'a'» ~~|", "misplaced-text"],
  ["an order that changes unforeseeably", "y = INTEG(1, 2) ~~| x = DELAY N(Time, 2, 0, «y») ~~|", "constant-needed"],
  ["an order of none", "x = SMOOTH N(Time, 2, 0, «0») ~~|", "constant-needed"],
  ["an order that changes with time", "n = 2 + STEP(1, 5) ~~| x = DELAY N(Time, 2, 0, «n») ~~|", "read-at-start"],
  ["data from beside the model", "«x» ~~|", "data-missing"],
] as const)
  test(what, () => expectFaults(equations, ...codes));

const dims = "D: a, b, c ~~| S: b, c ~~| E: p, q ~~| ";

for (const [what, equations, ...codes] of [
  ["a subscript nobody knows on the left", "x[«Dd»] = 1 ~~|", "unknown-subscript"],
  ["a subscript nobody knows on the right", "y[D] = 1 ~~| x = y[«aa»] ~~|", "unknown-subscript"],
  ["one subscript too few", "y[D, E] = 1 ~~| x[D] = «y[D]» ~~|", "subscript-count"],
  ["an array without subscripts", "y[D] = 1 ~~| x = «y» ~~|", "subscript-count"],
  ["a variable with one subscript, then two", "x[a] = 1 ~~| «x»[b, p] = 1 ~~|", "subscript-count"],
  ["elements of two dimensions", "«x»[a] = 1 ~~| x[p] = 1 ~~|", "mixed-dimensions"],
  ["a dimension that is not on the left", "y[D] = 1 ~~| x[E] = y[«D»] ~~|", "unbound-dimension"],
  ["an exclamation mark outside a sum", "y[D] = 1 ~~| x = y[«D!»] ~~|", "bang-outside"],
  ["a sum over nothing", "y[D] = 1 ~~| x = «SUM(y[a])» ~~|", "nothing-to-reduce"],
  ["an element that is not defined", "y[S] = 1 ~~| x = y[«a»] ~~|", "element-outside"],
  ["an element of another dimension", "y[D] = 1 ~~| x = y[«p»] ~~|", "element-outside"],
  ["a whole that is defined in part", "y[S] = 1 ~~| x[D] = y[«D»] ~~|", "element-outside"],
  ["a hole", "y[a, p] = 1 ~~| y[b, q] = 1 ~~| x = «y[a, q]» ~~|", "element-outside"],
  ["an element twice", "x[D] = 1 ~~| «x[b] = 2» ~~|", "duplicate-definition"],
  ["a constant too many", "«x»[D] = 1, 2, 3, 4 ~~|", "constant-count"],
  ["a dimension nobody knows in EXCEPT", "x[D] :EXCEPT: [«z»] = 1 ~~|", "unknown-subscript"],
  ["EXCEPT with too few", "x[D, E] :EXCEPT: [«a»] = 1 ~~|", "subscript-count"],
] as const)
  test(what, () => expectFaults(dims + equations, ...codes));

for (const [what, equations, ...codes] of [
  ["a mapping of unequal sizes", "A: a1, a2 -> «B» ~~| B: b1 ~~|", "mapping-size"],
  ["a mapping to nothing", "A: a1 -> «B» ~~|", "unknown-subscript"],
  ["a mapping to an element that is none", "A: a1, a2 -> (B: b1, «bb») ~~| B: b1, b2 ~~|", "unknown-subscript"],
  ["another name of nothing", "A <-> «B» ~~|", "unknown-subscript"],
  ["a range that holds itself", "«A: B» ~~| «B: A» ~~|", "dimension-cycle", "dimension-cycle"],
  ["a mapping from many", "B: b1, b2 ~~| C: c1 -> (B: B) ~~| y[B] = 1 ~~| x[C] = y[«B»] ~~|", "ambiguous-mapping"],
  ["elements in a file", "A: GET DIRECT SUBSCRIPT(«'f'», 'a', 'b', 'c', 'd') ~~|", "file-missing"],
] as const)
  test(what, () => expectFaults(equations, ...codes));

for (const [what, equations, ...codes] of [
  [
    "no TIME STEP, of which SAVEPER has no more to say",
    "«x» = 1 ~~| INITIAL TIME = 0 ~~| FINAL TIME = 1 ~~|",
    "missing-time",
  ],
  ["no FINAL TIME", "«TIME STEP» = 1 ~~| INITIAL TIME = 0 ~~|", "missing-time"],
  [
    "a step of nothing",
    "«TIME STEP» = 0 ~~| INITIAL TIME = 0 ~~| FINAL TIME = 1 ~~| SAVEPER = 1 ~~|",
    "time-step-size",
  ],
  [
    "an end before the beginning",
    "TIME STEP = 1 ~~| INITIAL TIME = 5 ~~| «FINAL TIME» = 1 ~~| SAVEPER = 1 ~~|",
    "final-before-initial",
  ],
  [
    "an end that nobody knows at the start",
    "TIME STEP = 1 ~~| INITIAL TIME = 5 ~~| «FINAL TIME» = EXP(3) ~~| SAVEPER = 1 ~~|",
    "time-not-constant",
  ],
] as const)
  test(what, () => expectFaultsWithoutTimes(equations, ...codes));

function conveyor(name: string, belt: string, outflow = "<outflow>o</outflow>"): string {
  return `<stock name="${name}"><eqn>6</eqn>${outflow}<conveyor>${belt}</conveyor></stock><flow name="o"${outflow === "" ? "><eqn>1</eqn></flow>" : "/>"}`;
}

const stock = (name: string, inflow: string, outflow: string) =>
  `<stock name="${name}"><eqn>9</eqn><inflow>${inflow}</inflow><outflow>${outflow}</outflow><non_negative/></stock>`;

for (const [what, variables, ...codes] of [
  [
    "two stocks that feed each other",
    `${stock("A", "g", "f")}${stock("B", "f", "g")}<flow name="«f»"><eqn>1</eqn></flow><flow name="«g»"><eqn>2</eqn></flow>`,
    "limited-in-circle",
    "limited-in-circle",
  ],
  [
    "an outflow of two stocks",
    `${stock("«A»", "g", "f")}${stock("«B»", "h", "f")}<flow name="f"><eqn>1</eqn></flow>` +
      `<flow name="g"><eqn>1</eqn></flow><flow name="h"><eqn>2</eqn></flow>`,
    "shared-outflow",
    "shared-outflow",
  ],
  [
    "the inverse of a table that turns",
    `<gf name="g"><xscale min="0" max="2"/><ypts>0,1,0</ypts></gf><aux name="x"><eqn>«LOOKUPINV(g, 1)»</eqn></aux>`,
    "table-turns",
  ],
  [
    "an interpolation by one fraction too many",
    `<aux name="x"><eqn>«INTERPOLATE(3, 1)»</eqn></aux>`,
    "nothing-to-reduce",
  ],
  ["a conveyor without an end", conveyor("«x»", "<len>2</len>", ""), "conveyor-without-end"],
  ["a conveyor that moves between steps", conveyor("x", "<len>«2.4»</len>"), "conveyor-between-steps"],
  ["a conveyor without end to its length", conveyor("x", "<len>«1e9»</len>"), "conveyor-too-long"],
  [
    "a list for a conveyor of changing length",
    conveyor("«x»", "<len>STEP(2, 1)</len>").replace("<eqn>6", "<eqn>6, 7"),
    "conveyor-list-unfit",
  ],
] as const)
  test(what, () => expectXmileFaults(variables, ...codes));
