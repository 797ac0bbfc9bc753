import type { Diagnostic, Model } from "@sequitur/model";
import { report } from "../diagnostics.ts";

/** The methods with a fixed step; RK45 chooses its own, and is refused. */
export type FixedStepMethod = "euler" | "rk2" | "rk4";

export function missingMethod({ simulation, variables }: Model): readonly Diagnostic[] {
  if (simulation.method !== "rk45") return [];
  const { span } = variables[simulation.timeVariables.timeStep]!;
  return [report("method-missing", span, { method: "RK45 (with an adaptive step)" })];
}
