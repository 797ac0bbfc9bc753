import { languages } from "@sequitur/study";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linkOf, type Place, readLink } from "./link.ts";

const name = fc.string({ minLength: 1, unit: "grapheme" });
const place: fc.Arbitrary<Place> = fc.record({
  path: fc.array(name),
  language: fc.constantFrom(undefined, ...languages),
  study: fc.option(name, { nil: undefined }),
  policy: fc.option(name, { nil: undefined }),
  moved: fc
    .array(fc.tuple(name, fc.double({ noNaN: true, noDefaultInfinity: true })))
    .map((entries) => new Map(entries)),
  prior: fc
    .array(
      fc.tuple(name, fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 4 })),
    )
    .map((entries) => new Map(entries)),
  shown: fc.option(name, { nil: undefined }),
  also: fc
    .array(fc.tuple(fc.constantFrom("box", "x", "brush:a b", "ñ&="), fc.string({ unit: "grapheme" })))
    .map((entries) => new Map(entries)),
});

test("a link reads back to the very place that it was made of, to the bit", () => {
  fc.assert(
    fc.property(place, (given) => {
      expect(readLink(linkOf(given))).toEqual(given);
    }),
  );
});

test("any text at all is read as some place, which has a link of its own", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = readLink(`#${text}`);
      expect(readLink(linkOf(read))).toEqual(read);
    }),
  );
});

for (const [hash, path, moved] of [
  ["", [], []],
  ["#/", [], []],
  ["#/claim/a%20b", ["claim", "a b"], []],
  ["#/claim/%E0%A4%A", ["claim", "%E0%A4%A"], []],
  ["#/simulator?set=a%3Db%3D2", ["simulator"], [["a=b", 2]]],
  ["#/simulator?set=a%3DNaN&set=b%3DInfinity&set=c&set=%3D1&set=d%3D", ["simulator"], []],
  ["#/simulator?set=tempo%3D0.1&set=tempo%3D0.2", ["simulator"], [["tempo", 0.2]]],
] as const)
  test(`${hash} is ${path.join(", ")} with ${JSON.stringify(moved)}`, () => {
    const read = readLink(hash);
    expect(read.path).toEqual(path);
    expect([...read.moved]).toEqual(moved);
  });

test("what a reader holds for likely stands as numbers behind a name; what is none is passed over", () => {
  const read = readLink("#/claim/a?prior=tempo%3D0.1_2_3e1&prior=x%3D1__2&prior=y%3D1_Infinity&prior=%3D1&prior=z");
  expect([...read.prior]).toEqual([["tempo", [0.1, 2, 30]]]);
});

test("an unknown language is left to the reader", () => {
  expect(readLink("#/?lang=tlh").language).toBeUndefined();
});
