import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { XmlElement } from "./xml-element.ts";

/** What may stand in a variable (XMILE 1.0, 4.1 to 4.5); `display` in files from before the standard, `init_eqn` in those of converters. */
const parts = new Set(
  `dimensions element eqn init_eqn mathml units doc event_poster range scale format gf non_negative inflow outflow conveyor queue oven
  overflow leak leak_integers multiplier label display stock flow aux module xscale yscale xpts ypts`.split(/\s+/u),
);

/** Parts that change the numbers, and that the models here cannot have yet. */
const unsupported: ReadonlyMap<string, string> = new Map([
  ["queue", "is a queue"],
  ["oven", "is an oven"],
  ["isee:oven", "is an oven"],
  ["overflow", "is the overflow of a queue"],
  ["leak_integers", "leaks in whole units from a conveyor"],
]);

export function isUnsupported(variable: XmlElement, name: string, found: Diagnostic[]): boolean {
  const refused = variable.children.filter((part) => unsupported.has(part.name));
  for (const part of refused)
    found.push(report("unsupported-in-xmile", part.tag, { name, what: unsupported.get(part.name)! }));
  return refused.length > 0;
}

/** Vendors' own parts are theirs (2.2); one without a prefix that XMILE does not have is more likely a slip. */
export function reportUnknownParts(variable: XmlElement, found: Diagnostic[]): void {
  for (const { name, tag } of variable.children)
    if (!parts.has(name) && !name.includes(":"))
      found.push(report("unknown-tag", tag, { name, parent: variable.name }));
}
