import fc from "fast-check";
import { expect, test } from "vitest";
import type { Evaluation, Model } from "../model.ts";
import { readModel } from "../read-model.ts";
import { explain } from "../source/diagnostic.ts";
import { modelDiagnostics } from "../source/diagnostics.ts";
import { source } from "../source/source.ts";
import { placeOf } from "../source/span.ts";
import { expectFaults, modelOf } from "../testing/small-model.ts";
import { componentsInOrder } from "./components.ts";

function names(model: Model, evaluations: readonly Evaluation[]): string {
  return evaluations
    .map(({ equation, turn }) => {
      const { variable, at } = model.equations[equation]!;
      const { name, axes } = model.variables[variable]!;
      const first = at[0];
      const position = first?.kind === "loop" ? first.positions[turn ?? -1] : first?.position;
      return position === undefined ? name : `${name}[${axes[0]!.elements[position]}]`;
    })
    .join(" ");
}

for (const [what, equations, startup, step] of [
  ["what is used comes first", "x = y + 1 ~~| y = z + 1 ~~| z = Time ~~|", "SAVEPER", "z y x SAVEPER"],
  [
    "as the file has it, where there is a choice",
    "b = Time ~~| a = Time ~~| c = a + b ~~|",
    "SAVEPER",
    "b a c SAVEPER",
  ],
  ["a constant is in no order", "x = 3 ~~| y = x ~~|", "SAVEPER", "y SAVEPER"],
  [
    "a stock's beginning, and what that needs",
    "s = INTEG(f, i) ~~| f = -s ~~| i = 2 * j ~~| j = Time + 1 ~~| k = j ~~|",
    "SAVEPER j i s",
    "f j i k SAVEPER",
  ],
  ["INITIAL once", "x = INITIAL(y) ~~| y = Time ~~|", "SAVEPER y x", "y SAVEPER"],
  ["ACTIVE INITIAL begins apart", "x = ACTIVE INITIAL(y, 4) ~~| y = INTEG(1, x) ~~|", "SAVEPER x y", "x SAVEPER"],
  [
    "a sample is computed at every moment, and may use itself",
    "x = SAMPLE IF TRUE(Time > x, y, 0) ~~| y = Time ~~|",
    "SAVEPER x",
    "y x SAVEPER",
  ],
  ["a delay breaks a circle", "x = DELAY FIXED(y, 2, 0) ~~| y = x + 1 ~~|", "SAVEPER x", "y SAVEPER"],
] as const)
  test(what, () => {
    const model = modelOf(equations);
    expect([names(model, model.startup), names(model, model.step)]).toEqual([startup, step]);
  });

const times = "TIME STEP = 1 ~~| SAVEPER = 1 ~~| INITIAL TIME = 0 ~~| FINAL TIME = 1 ~~|";
const ages = "Age: a, b, c ~~| Later: b, c ~~| Earlier: a, b -> Later ~~| ";

for (const [what, equations, step] of [
  [
    "elements that follow each other, in one equation",
    "x[a] = Time ~~| x[Later] = x[Earlier] + 1 ~~|",
    "x[a] x SAVEPER",
  ],
  [
    "elements that follow each other backwards, turn by turn",
    "x[c] = Time ~~| x[Earlier] = x[Later] + 1 ~~|",
    "x[c] x[b] x[a] SAVEPER",
  ],
  [
    "elements of two variables, turn by turn",
    "x[a] = Time ~~| x[Later] = y[Earlier] ~~| y[Age] = x[Age] * 2 ~~|",
    "x[a] y[a] x[b] y[b] x[c] y[c] SAVEPER",
  ],
] as const)
  test(what, () => {
    const model = modelOf(ages + equations);
    expect(names(model, model.step)).toBe(step);
  });

for (const [what, equations, ...codes] of [
  ["a circle of three", "«a = b ~~|» b = c ~~| c = a + 1 ~~|", "algebraic-loop"],
  ["a variable that needs itself", "«a = a + 1 ~~|»", "algebraic-loop"],
  ["two circles", "«a = b ~~|» b = a ~~| «c = d ~~|» d = c ~~|", "algebraic-loop", "algebraic-loop"],
  ["a circle at the start only", "«s = INTEG(1, x) ~~|» x = s ~~|", "algebraic-loop"],
  ["an element that needs itself", "D: p, q ~~| «x[D] = SUM(x[D!]) ~~|»", "algebraic-loop"],
] as const)
  test(what, () => expectFaults(equations.replaceAll(" ~~|»", "» ~~|"), ...codes));

test("the circle itself is named, once round, with the line of each", () => {
  const { diagnostics } = readModel(source("m.mdl", `a = b + d ~~|\nb = c ~~|\nc = a + 1 ~~|\nd = b ~~|${times}`));
  const circle = diagnostics.find(({ code }) => code === "algebraic-loop")!;
  expect(explain(circle, modelDiagnostics).says).toContain('"a" (line 1) → "b" (line 2) → "c" (line 3) → "a"');
  expect(circle.also?.map((each) => placeOf(each).line)).toEqual([2, 3]);
});

test("components come after what they point to, whole and once", () => {
  const graph = fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(graph, (next) => {
      const components = componentsInOrder([...next.keys()], (node) => next[node]!);
      const rank = new Map(components.flatMap((component, place) => component.map((node) => [node, place] as const)));
      expect(components.flat().toSorted((a, b) => a - b)).toEqual([...next.keys()]);
      for (const [node, targets] of next.entries())
        for (const target of targets) {
          expect(rank.get(target)!).toBeLessThanOrEqual(rank.get(node)!);
          // Two nodes are in one component exactly where each can be reached from the other.
          expect(rank.get(target) === rank.get(node)).toBe(canReach(next, target, node));
        }
    }),
  );
});

function canReach(next: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const target of next[node]!) seen.add(target);
  return seen.has(to);
}

test("a chain of 100,000 does not end the stack", () =>
  expect(componentsInOrder([0], (node) => (node < 100_000 ? [node + 1] : []))).toHaveLength(100_001));
