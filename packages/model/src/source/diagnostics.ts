import { kind, reporter } from "./diagnostic.ts";

/** Every kind of thing that reading a model can find: one row a kind, `docs/diagnostics.md` is made from it. */
export const modelDiagnostics = {
  "unknown-name": kind<{ name: string; user: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, user }) => `"${user}" uses "${name}", but nothing of that name is defined.`,
    mend: ({ name, near }) => (near ? `Did you mean "${near}"?` : `Define "${name}", or take it out.`),
  }),
};

export const report = reporter(modelDiagnostics);
