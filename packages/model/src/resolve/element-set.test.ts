import fc from "fast-check";
import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { allNames, type NumberedNames } from "../syntax/numbered-names.ts";
import { elementSet, NumberedElements } from "./element-set.ts";

const here = span(source("a.mdl", ""), 0, 0);
const rows: fc.Arbitrary<NumberedNames> = fc.record({
  stem: fc.constantFrom("", "A", "r_", "Côte ", "x9y"),
  first: fc.nat(120),
  count: fc.integer({ min: 1, max: 120 }),
  width: fc.nat(4),
  span: fc.constant(here),
});

test("elements that numbers name are the same set as when they are listed", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.string({ maxLength: 6 })), (row, others) => {
      const [numbered, listed] = [new NumberedElements(row), elementSet(allNames(row))];
      expect(numbered.size).toBe(listed.size);
      expect(numbered.keys).toEqual(listed.keys);
      expect(numbered.order).toEqual(listed.order);
      const near = [row.first - 1, row.first + row.count].flatMap((each) => [
        `${row.stem}${each}`,
        `${row.stem}0${each}`,
      ]);
      for (const name of [...listed.names, ...others, ...near, "", "9", row.stem])
        expect([name, numbered.placeOf(nameKey(name))]).toEqual([name, listed.placeOf(nameKey(name))]);
    }),
  );
});
