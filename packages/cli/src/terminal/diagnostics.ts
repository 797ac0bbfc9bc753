import { engineDiagnostics } from "@sequitur/engine";
import { codeFrame, type Diagnostic, type DiagnosticTable, modelDiagnostics } from "@sequitur/model";

/** What can be found in a model; a study has more, see `study-folder.ts`. */
export const modelWords: DiagnosticTable = { ...modelDiagnostics, ...engineDiagnostics };

// Of a file that is no model's at all there may be thousands, and the first few say so.
const mostShown = 100;

/** Prints each diagnostic with its place in the file, on standard error; of very many the worst, and how many more there are. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], words = modelWords, most = mostShown): void {
  const shown = diagnostics.length <= most ? diagnostics : worstFirst(diagnostics).slice(0, most);
  for (const diagnostic of shown) console.error(`${codeFrame(diagnostic, words)}\n`);
  const rest = diagnostics.length - shown.length;
  if (rest > 0) console.error(`… and ${rest} more: "sequitur check --all" shows every one.\n`);
}

const severities = ["error", "warning", "note"] as const;

function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return severities.flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity));
}

/** "2 errors, 1 warning", or "nothing to report". */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = severities.flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "nothing to report" : counts.join(", ");
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
