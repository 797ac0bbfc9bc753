export { type InterpretRequest, interpret } from "./interpret/interpret.ts";
export { kernels } from "./kernel/kernels.ts";
export type { CompileRequest, ElementName, Layout, Machine, Program } from "./program.ts";
export type { Trajectory } from "./trajectory.ts";
