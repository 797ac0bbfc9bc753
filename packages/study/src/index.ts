export type * from "./finding/findings.ts";
