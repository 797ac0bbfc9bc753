import { report } from "./diagnostics.ts";
import { checkId, type Reading } from "./reading.ts";
import type { Grounds } from "./study.ts";
import type { Text } from "./text.ts";
import { inside, keySpan, type Part, valueSpan } from "./yaml-file.ts";

interface GroundsYaml {
  readonly sources?: readonly string[] | undefined;
  readonly assumed?: true | undefined;
  readonly note?: Text | undefined;
}

/** Where a range comes from; one that neither cites nor says "assumed" is a fault. `at` is the thing that has the range. */
export function groundsOf(reading: Reading, { sources = [], assumed, note }: GroundsYaml, at: Part): Grounds {
  if (sources.length === 0 && assumed === undefined)
    reading.found.push(report("no-grounds", keySpan(at), { id: String(at.path.at(-1)) }));
  checkSources(reading, sources, inside(at, "sources"));
  return { sources, assumed: assumed === true, note };
}

export function checkSources(reading: Reading, ids: readonly string[], at: Part): void {
  for (const [i, id] of ids.entries())
    checkId(reading, "source", id, reading.sources.data.sources, valueSpan(inside(at, i)));
}
