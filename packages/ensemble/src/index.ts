export type { Design } from "./design/design.ts";
export type { DesignSpec } from "./design/designs.ts";
export { checkDesign, openDesign } from "./design/designs.ts";
export type { Distribution } from "./distribution/distribution.ts";
export type { Experiments, FigureReduction, FigureSpec, Job, Progress, Range } from "./job.ts";
