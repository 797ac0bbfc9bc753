import { expect, test } from "vitest";
import { nameKey } from "../syntax/name-key.ts";
import { refusals } from "./refusals.ts";
import { arityOf, builtins, builtinsNamed } from "./register.ts";

const dialects = ["vensim", "xmile"] as const;

test("no two rows share an id", () => {
  const ids = builtins.map((row) => row.id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

for (const dialect of dialects) {
  test(`a call in ${dialect} fits one row at most`, () => {
    for (const row of builtins) {
      const name = row.names[dialect];
      if (name === undefined) continue;
      const taken = builtinsNamed(dialect, name).flatMap((other) => {
        const { least, most } = arityOf(other);
        return Array.from({ length: most - least + 1 }, (_, extra) => least + extra);
      });
      expect(taken.length, name).toBe(new Set(taken).size);
    }
  });

  test(`nothing is both computed and refused in ${dialect}, and nothing refused twice`, () => {
    const names = refusals.filter((each) => each.dialect === dialect).flatMap((each) => each.names.map(nameKey));
    const refused = new Set(names);
    expect(refused.size).toBe(names.length);
    expect(builtins.flatMap((row) => row.names[dialect] ?? []).filter((name) => refused.has(nameKey(name)))).toEqual(
      [],
    );
  });
}

test("a name is found however it is cased and spaced", () => {
  expect(builtinsNamed("vensim", "if_then  Else").map((row) => row.id)).toEqual(["if-then-else"]);
  expect(builtinsNamed("vensim", "INT")).toEqual([]);
});

for (const row of builtins)
  test(`${row.id}: what may be left out of a pure call has a default, and comes last`, () => {
    const optional = row.args.filter((name) => name.endsWith("?"));
    expect(row.args.slice(row.args.length - optional.length)).toEqual(optional);
    if (row.behaviour.kind === "pure") expect(row.defaults?.length ?? 0).toBe(optional.length);
    for (const [args] of row.cases) expect(args.length).toBe(row.args.length);
  });
