import { checkModel, passiveTest, readSyntax, realityTests, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { columnOf, runBoth, times } from "./engines/run-both.ts";

// Reality checks of small models, put to both engines.

const treeOf = (text: string) => readSyntax(source("m.mdl", text)).value;

/** When each test of each check first failed, in their order; undefined where it held throughout. */
function failures(text: string): readonly (readonly [string, number | undefined])[] {
  const { tests, refused } = realityTests(treeOf(text));
  expect(refused.map(({ reason }) => reason)).toEqual([]);
  const unforced = passiveTest(treeOf(text), new Set(tests.map(({ outcomes }) => outcomes[0]!.check)));
  return [unforced ?? [], tests].flat().flatMap(({ tree, outcomes }) => {
    const { model, diagnostics } = checkModel(tree);
    expect(
      diagnostics.filter(({ severity }) => severity === "error").map(({ code, facts }) => ({ code, facts })),
    ).toEqual([]);
    const run = runBoth(model!);
    return outcomes.map(({ check, variable }) => {
      const at = columnOf(run, variable).findIndex((broken) => broken > 0);
      return [check, at < 0 ? undefined : run.times[at]] as const;
    });
  });
}

// The first model of Vensim's guide (vensim.com/documentation/21035.html), in which temperature and water do nothing. There it is reported
// that "cold is dormant" is violated at time 0, and those that begin at 10 and leave a grace of 1 at time 11.
const yeast = `${times(0, 300, 1)} average lifetime = 250 ~~| division rate = 0.08 ~~| divisions = Yeast Count * division rate ~~|
  Sugar = 100 ~~| temperature = 85 ~~| terminations = Yeast Count / average lifetime ~~| Water = 100 ~~|
  Yeast Count = INTEG(divisions - terminations, 100) ~~| RC START TIME = 10 ~~|`;

describe("the first model of Vensim's guide", () => {
  for (const [what, check, want] of [
    ["by a bound", "c :THE CONDITION: temperature < 50 :IMPLIES: divisions = 0 ~~|", [undefined, 0]],
    [
      "by a step",
      "c :THE CONDITION: temperature = RC STEP(120, 1) :IMPLIES: Yeast Count <= RC DECAY CHECK(1, Yeast Count, 2) ~~|",
      [11],
    ],
    [
      "by a test input",
      "dry :TEST INPUT: Water = RC STEP(Water, 0) ~~| c :THE CONDITION: dry :IMPLIES: Yeast Count <= RC STEP CHECK(1, Yeast Count, 1) ~~|",
      [11],
    ],
  ] as const)
    test(what, () => expect(failures(yeast + check)).toEqual(want.map((at) => ["c", at])));
});

// A stock that fills by 2 a month from 10: 10 + 2 t.
const store = `${times(0, 10, 1)} made = 2 ~~| sold = effort * 0 ~~| effort = people ~~| people = 4 ~~| output = 3 * effort ~~|
  stock = INTEG(made - sold, 10) ~~|`;

for (const [what, check, want] of [
  [
    "a variable that is forced is used everywhere",
    "c :THE CONDITION: people = 0 :IMPLIES: output = 0 :AND: effort = 0 ~~|",
    [undefined, undefined],
  ],
  ["one that is true by itself is tested where it is", "c :THE CONDITION: stock > 15 :IMPLIES: output = 0 ~~|", [3, 0]],
  ["a bound leaves alone what keeps it", "c :THE CONDITION: stock >= 15 :IMPLIES: stock < 20 ~~|", [5, 5]],
  [
    "a stock that is forced goes on by itself, and may be named",
    "c :THE CONDITION: stock = 2 * stock :IMPLIES: stock < 40 ~~|",
    [undefined, 5],
  ],
  [
    "each side of an :OR: by itself",
    "c :THE CONDITION: people = 0 :OR: people = 5 :IMPLIES: output = 0 ~~|",
    [undefined, undefined, 0],
  ],
  [
    "both sides of an :AND: together",
    "c :THE CONDITION: people = 5 :AND: made = 0 :IMPLIES: output = 15 :AND: stock = 10 ~~|",
    [undefined, undefined],
  ],
  [
    "a step begins a step after the start, where nothing says when",
    "c :THE CONDITION: made = RC STEP(made, 0) :IMPLIES: stock = RC STEP CHECK(0, stock, 1) ~~|",
    [undefined],
  ],
  [
    "a step at a time",
    "c :THE CONDITION: made = RC STEP(made, 2, 4) :IMPLIES: stock <= RC STEP CHECK(0, stock, 1, 4) ~~|",
    [5],
  ],
  [
    "a step that ends",
    "c :THE CONDITION: made = RC STEP(made, 0, 4, 2) :IMPLIES: stock <= RC STEP CHECK(0, stock, 1, 4) ~~|",
    [7],
  ],
  [
    "a check that ends",
    "c :THE CONDITION: made = RC STEP(made, 0, 4, 2) :IMPLIES: stock <= RC STEP CHECK(0, stock, 1, 4, 3) ~~|",
    [undefined],
  ],
  [
    "a grace",
    "c :THE CONDITION: made = RC STEP(made, 0, 4, 2) :IMPLIES: stock <= RC STEP CHECK(4, stock, 1, 4) ~~|",
    [8],
  ],
  [
    "a ramp to nothing over 4: 2, 1.5, 1, 0.5, 0",
    "c :THE CONDITION: made = RC RAMP(made, 0, 4, 2) :IMPLIES: made >= RC RAMP CHECK(0, made, 0, 4, 2) :AND: made <= RC RAMP CHECK(0, made, 0, 4, 2) ~~|",
    [undefined],
  ],
  [
    "what comes of a ramp: 14 + 2 + 1.5 + 1 + 0.5",
    "c :THE CONDITION: made = RC RAMP(made, 0, 4, 2) :IMPLIES: stock < RC STEP CHECK(0, stock, 19 / 14, 2) ~~|",
    [6],
  ],
  [
    "growth: 2 e^(t/10) from 0",
    "c :THE CONDITION: made = RC GROW(made, 0.1, 0) :IMPLIES: made < RC STEP CHECK(0, made, 2, 0) ~~|",
    [7],
  ],
  [
    "decay: 2 e^(-t/10) from 0",
    "c :THE CONDITION: made = RC DECAY(made, 10, 0) :IMPLIES: made > RC STEP CHECK(0, made, 0.5, 0) ~~|",
    [7],
  ],
  // Not less than before, though what is forced is felt at once: the basis is what it was.
  [
    "what a variable was before is what it is compared with",
    "c :THE CONDITION: people = RC STEP(people, 0.5, 3) :IMPLIES: output >= RC STEP CHECK(0, output, 0.9, 3) ~~|",
    [3],
  ],
  [
    "and it is met where that is so",
    "c :THE CONDITION: people = RC STEP(people, 0.5, 3) :IMPLIES: output <= RC STEP CHECK(0, output, 0.5, 3) ~~|",
    [undefined],
  ],
] as const)
  test(what, () => expect(failures(store + check)).toEqual(want.map((at) => ["c", at])));

const arrays = `${times(0, 4, 1)} s: a, b ~~| work[s] = 5 ~~| stock[a] = INTEG(work[a], 0) ~~| stock[b] = INTEG(0, 7) ~~| yield[s] = work[s] * 2 ~~|`;

for (const [what, check, want] of [
  [
    "an element",
    "c :THE CONDITION: work[a] = 0 :IMPLIES: yield[a] = 0 :AND: yield[b] = 10 ~~|",
    [undefined, undefined],
  ],
  ["every element by itself", "c[s] :THE CONDITION: work[s] = 0 :IMPLIES: yield[s] = 0 ~~|", [undefined, undefined]],
  [
    "one that fails in one element",
    "none[s] :TEST INPUT: work[s] = RC STEP(work[s], 0, 2) ~~| c[s] :THE CONDITION: none[s] :IMPLIES: stock[s] <= RC STEP CHECK(0, stock[s], 1, 1) ~~|",
    [2],
  ],
  ["an element of several equations", "c :THE CONDITION: stock[b] = 1 :IMPLIES: stock[a] < 20 ~~|", [undefined, 4]],
] as const)
  test(`over subscripts: ${what}`, () => expect(failures(arrays + check)).toEqual(want.map((at) => ["c", at])));

for (const [what, check, want] of [
  ["a qualifier", "c :THE CONDITION: people = 0 :IMPLIES: stock > :CROSSING: 5 ~~|", "it says more than"],
  [":NOT:", "c :THE CONDITION: :NOT: people > 1 :IMPLIES: output = 0 ~~|", "its condition is more than"],
  ["<>", "c :THE CONDITION: people <> 1 :IMPLIES: output = 0 ~~|", "its condition is more than"],
  ["what is not a variable", "c :THE CONDITION: 5 > people :IMPLIES: output = 0 ~~|", "its condition compares"],
  ["a test input that is not there", "c :THE CONDITION: people :IMPLIES: output = 0 ~~|", '"people" is no test input'],
  [
    "another run",
    "c :THE CONDITION: people = RC COMPARE('base', people, 1) :IMPLIES: output = RC STEP CHECK(0, output, 1) ~~|",
    "it uses RC COMPARE",
  ],
  [
    "a plain consequence of what begins at a time",
    "c :THE CONDITION: people = RC STEP(people, 0) :IMPLIES: output = 0 ~~|",
    "its condition begins at a time",
  ],
  [
    "a function of conditions in a consequence",
    "c :THE CONDITION: people = 0 :IMPLIES: output = RC STEP(output, 1) ~~|",
    "it uses RC STEP",
  ],
  [
    "too few arguments",
    "c :THE CONDITION: people = RC STEP(people) :IMPLIES: output = RC STEP CHECK(0, output, 1) ~~|",
    "RC STEP has 1",
  ],
  [
    "a part of an expression",
    "c :THE CONDITION: people = 1 + RC STEP(people, 2) :IMPLIES: output = 1 ~~|",
    "an RC function in it",
  ],
  [
    "a variable twice",
    "c :THE CONDITION: people > 0 :AND: people < 3 :IMPLIES: output = 0 ~~|",
    "its condition forces one variable twice",
  ],
] as const)
  test(`is refused: ${what}`, () => {
    const { tests, refused } = realityTests(treeOf(store + check));
    expect(tests).toEqual([]);
    expect(refused.map(({ check: { name }, reason }) => [name, reason.slice(0, want.length)])).toEqual([["c", want]]);
  });
