export { kernels } from "./kernel/kernels.ts";
export type { CompileRequest, ElementName, Layout, Machine, Program } from "./program.ts";
