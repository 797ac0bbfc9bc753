import { codeFrame, type Diagnostic, type DiagnosticTable, explain, placeOf, type Severity } from "@sequitur/model";

/** A diagnostic in words. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  readonly place: string;
  /** The lines of the file that it is about, with marks under the place. */
  readonly lines: string;
  readonly says: string;
  readonly mend: string;
}

export function faultOf(diagnostic: Diagnostic, words: DiagnosticTable): Fault {
  const { code, severity, span } = diagnostic;
  const { file, line, column } = placeOf(span);
  // A frame is the place, the lines, what is wrong, and the mend.
  const lines = codeFrame(diagnostic, words).split("\n").slice(1, -2).join("\n");
  return { code, severity, place: `${file}, line ${line}, column ${column}`, lines, ...explain(diagnostic, words) };
}
