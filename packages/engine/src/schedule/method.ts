import type { Diagnostic, IntegrationMethod, Model } from "@sequitur/model";
import { report } from "../diagnostics.ts";

/** The methods with a fixed step; RK45 chooses its own, and is refused. */
export type FixedStepMethod = Exclude<IntegrationMethod, "rk45">;

export const isFixedStep = (method: IntegrationMethod): method is FixedStepMethod => method !== "rk45";

export function missingMethod({ simulation, variables }: Model): readonly Diagnostic[] {
  if (isFixedStep(simulation.method)) return [];
  const { span } = variables[simulation.timeVariables.timeStep]!;
  return [report("method-missing", span, { method: "RK45 (with an adaptive step)" })];
}
