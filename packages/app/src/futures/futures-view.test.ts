import fc from "fast-check";
import { expect, test } from "vitest";
import { type FuturesView, futuresViewInLink, readFuturesView } from "./futures-view.ts";

const id = fc.stringMatching(/^(in|out|op)\.[a-z][a-z0-9-]{0,8}$/);
const whole = fc.option(fc.nat(99_999), { nil: undefined });
const end = fc.double({ noNaN: true, noDefaultInfinity: true });
const view: fc.Arbitrary<FuturesView> = fc.record({
  count: whole,
  interest: fc.constantFrom("fails" as const, "holds" as const),
  axes: fc.option(fc.array(id), { nil: undefined }),
  brushes: fc
    .array(fc.tuple(id, fc.tuple(end, end)))
    .map((all) => new Map(all.map(([axis, [a, b]]) => [axis, [Math.min(a, b) + 0, Math.max(a, b) + 0] as const]))),
  x: fc.option(id, { nil: undefined }),
  y: fc.option(id, { nil: undefined }),
  series: fc.nat(20),
  box: fc.oneof(whole, fc.constant("told" as const)),
  name: fc.string(),
  future: whole,
});

test("what a reader did reads back from its link, brushes to the bit", () => {
  fc.assert(
    fc.property(view, (given) => {
      expect(readFuturesView(futuresViewInLink(given))).toEqual(given);
    }),
  );
});

for (const [name, text] of [
  ["brush.in.a", "2~1"],
  ["brush.in.a", "1~"],
  ["brush.in.a", "NaN~1"],
  ["brush.in.a", "1~2~3"],
  ["future", "-1"],
  ["future", "1e99"],
  ["box", "some"],
] as const)
  test(`${name}=${text} is passed over`, () => {
    expect(readFuturesView(new Map([[name, text]]))).toEqual(readFuturesView(new Map()));
  });
