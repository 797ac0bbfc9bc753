// The face of the package: what stands here is what other packages may use.

export { checkJob } from "./check-job.ts";
export type { Design } from "./design/design.ts";
export type { DesignSpec } from "./design/designs.ts";
export { checkDesign, designSize, openDesign } from "./design/designs.ts";
export type { Quantile } from "./distribution/distribution.ts";
export type { Distribution } from "./distribution/distributions.ts";
export { checkDistribution, openDistribution } from "./distribution/distributions.ts";
export type { Futures } from "./execute/futures.ts";
export { openFutures } from "./execute/futures.ts";
export { runRange } from "./execute/range.ts";
export type { RunOptions } from "./execute/run-ensemble.ts";
export { runEnsemble } from "./execute/run-ensemble.ts";
export { serve } from "./execute/serve.ts";
export type { Listener, Port, Spawn, Thread } from "./execute/thread.ts";
export type { FigureSpec } from "./figure/figure.ts";
export { checkFigure } from "./figure/figure.ts";
export type { FigureReduction } from "./figure/reductions.ts";
export type { Columns, Experiments, Job, Policy, Progress, Range } from "./job.ts";
export type { Problem } from "./problem.ts";
export type { Purpose, RandomStream } from "./random/random-stream.ts";
export { randomStream } from "./random/random-stream.ts";
