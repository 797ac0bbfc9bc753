// The face of the package: what stands here is what other packages may use.
export { type CausalLink, type CausalLinks, type CausalNode, causalLinks } from "./causal/causal-links.ts";
export { type LinkStep, type LinkTracer, openLinkTracer } from "./causal/link-tracer.ts";
export {
  type Comparison,
  compareRun,
  type Difference,
  type ElementComparison,
  isClose,
  sixDigits,
  type Tolerance,
} from "./compare/compare-run.ts";
export { type CompileOutcome, compile } from "./compile.ts";
export { engineDiagnostics } from "./diagnostics.ts";
export { type Element, elementName } from "./element/element.ts";
export { findElement } from "./element/find-element.ts";
export { type ConstantPlace, constantAt } from "./element/settings.ts";
export { firstNotFinite } from "./interpret/first-not-finite.ts";
export { type InterpretRequest, interpret } from "./interpret/interpret.ts";
export type { RunRequest } from "./interpret/open-run.ts";
export { type Trace, type TracedStep, trace } from "./interpret/trace.ts";
export { kernels } from "./kernel/kernels.ts";
export { instantiate, instantiateNow, type Machine } from "./machine.ts";
export type { CompilePhase, CompileRequest, ElementName, Layout, Program } from "./program.ts";
export type { RunNoise } from "./random/noise-key.ts";
export { philox } from "./random/philox.ts";
export type { Trajectory } from "./trajectory.ts";
export { engineVersion } from "./version.ts";
