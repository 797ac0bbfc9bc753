import { engineDiagnostics } from "@sequitur/engine";
import { codeFrame, type Diagnostic, modelDiagnostics } from "@sequitur/model";
import { studyDiagnostics } from "@sequitur/study";

const words = { ...modelDiagnostics, ...engineDiagnostics, ...studyDiagnostics };

/** Prints each diagnostic with its place in the file, on standard error. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.error(`${codeFrame(diagnostic, words)}\n`);
}

/** "2 errors, 1 warning", or "nothing to report". */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "nothing to report" : counts.join(", ");
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
