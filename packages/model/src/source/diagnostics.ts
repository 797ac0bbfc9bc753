import { arrayDiagnostics } from "./array-diagnostics.ts";
import { dataDiagnostics } from "./data-diagnostics.ts";
import { reporter } from "./diagnostic.ts";
import { meaningDiagnostics } from "./meaning-diagnostics.ts";
import { vensimDiagnostics } from "./vensim-diagnostics.ts";
import { writingDiagnostics } from "./writing-diagnostics.ts";
import { xmileDiagnostics } from "./xmile-diagnostics.ts";

/** Every kind of thing that reading or writing a model can find: one row a kind, `docs/diagnostics.md` is made from it. */
export const modelDiagnostics = {
  ...meaningDiagnostics,
  ...arrayDiagnostics,
  ...dataDiagnostics,
  ...vensimDiagnostics,
  ...xmileDiagnostics,
  ...writingDiagnostics,
};

export const report = reporter(modelDiagnostics);
