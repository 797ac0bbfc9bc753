// The face of the package: what stands here is what other packages may use.
export type { Source } from "./source/source.ts";
export { source } from "./source/source.ts";
