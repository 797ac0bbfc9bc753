export type { Design, DesignSpec } from "./design/design.ts";
export type { Distribution } from "./distribution/distribution.ts";
export type { Experiments, FigureReduction, FigureSpec, Job, Progress, Range } from "./job.ts";
