// The face of the package: what stands here is what other packages may use.
export type { Design } from "./design/design.ts";
export type { DesignSpec } from "./design/designs.ts";
export { checkDesign, openDesign } from "./design/designs.ts";
export type { Distribution } from "./distribution/distribution.ts";
export type { FigureSpec } from "./figure/figure.ts";
export { checkFigure } from "./figure/figure.ts";
export type { FigureReduction } from "./figure/reductions.ts";
export type { Experiments, Job, Policy, Progress, Range } from "./job.ts";
export type { Problem } from "./problem.ts";
