import type { DiagnosticTable, Facts } from "@sequitur/model";
import { cell, page, table } from "./markdown.ts";

/** `docs/diagnostics.md`: every kind of diagnostic of every package, with facts shown by their name. */
export function diagnosticsPage(tables: Readonly<Record<string, DiagnosticTable>>): string {
  const parts = Object.entries(tables).flatMap(([title, kinds]) => [
    `## ${title}`,
    table(
      ["code", "severity", "what it says", "how to mend it"],
      Object.entries(kinds).map(([code, { severity, says, mend }]) => [
        cell(code),
        severity,
        says(namedFacts),
        mend(namedFacts),
      ]),
    ),
  ]);
  return page("Diagnostics", [
    "Every thing that reading a model or a study can find, by its code. Each comes with its place in the file. ‹Words in angle quotes› stand for what was found there.",
    ...parts,
  ]);
}

/** A fact that prints as its own name, whether the row takes it for a text, a number or a list. */
class NamedFact extends String {
  join(): string {
    return this.toString();
  }
  map(): NamedFact {
    return this;
  }
}

const namedFacts = new Proxy({}, { get: (_, name) => new NamedFact(`‹${String(name)}›`) }) as Facts;
