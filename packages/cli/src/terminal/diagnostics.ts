import { engineDiagnostics } from "@sequitur/engine";
import { codeFrame, type Diagnostic, type DiagnosticTable, modelDiagnostics } from "@sequitur/model";

/** What can be found in a model; a study has more, see `study-folder.ts`. */
export const modelWords: DiagnosticTable = { ...modelDiagnostics, ...engineDiagnostics };

/** Prints each diagnostic with its place in the file, on standard error. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], words = modelWords): void {
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
