import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "note";

/** What a diagnostic knows: plain values, so that it can be sent to a worker or written as JSON. */
export type Facts = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * One thing found in a file. The finder gives code, place and facts; the words are made at the edge by `explain`,
 * from the row of `code`, so that a page and a terminal say the same.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly facts: Facts;
  /** Further places that it is about: the other equations of a circle. */
  readonly also?: readonly Span[];
}

/** A row of a table of diagnostics: how bad it is, what is wrong, and how to mend it. */
export interface DiagnosticKind<F extends Facts = Facts> {
  readonly severity: Severity;
  readonly says: (facts: F) => string;
  readonly mend: (facts: F) => string;
}

export function kind<F extends Facts>(row: DiagnosticKind<F>): DiagnosticKind<F> {
  return row;
}

// A table's rows each take their own facts, so the table is typed by what a row accepts, not by one type for all.
// biome-ignore lint/suspicious/noExplicitAny: a row's facts are contravariant; `never` would make rows uncallable.
export type DiagnosticTable = Readonly<Record<string, DiagnosticKind<any>>>;

type FactsOf<K> = K extends DiagnosticKind<infer F> ? F : never;

/** Makes the function that a package reports with: code and facts are checked against its own table. */
export function reporter<T extends DiagnosticTable>(table: T) {
  return <C extends keyof T & string>(
    code: C,
    span: Span,
    facts: FactsOf<T[C]>,
    also: readonly Span[] = [],
  ): Diagnostic => ({
    code,
    severity: table[code]!.severity,
    span,
    facts,
    ...(also.length === 0 ? {} : { also }),
  });
}

/** The words of a diagnostic, from the table that holds its code. */
export function explain(diagnostic: Diagnostic, table: DiagnosticTable): { says: string; mend: string } {
  const row = table[diagnostic.code];
  if (row === undefined) throw new Error(`No diagnostic of kind "${diagnostic.code}".`);
  return { says: row.says(diagnostic.facts), mend: row.mend(diagnostic.facts) };
}

/** What a phase understood, and what it found on the way. Reading never throws for a file's content. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
