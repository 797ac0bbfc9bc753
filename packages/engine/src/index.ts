export type { CompileRequest, ElementName, Layout, Machine, Program } from "./program.ts";
