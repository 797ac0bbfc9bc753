// The face of the package: what stands here is what other packages may use.
export type { Box, Futures, InputTable, Limit } from "./discovery/box.ts";
export { inputTable } from "./discovery/box.ts";
export type { BoxRule } from "./discovery/box-choice.ts";
export { chooseBox } from "./discovery/box-choice.ts";
export type { PrimOptions } from "./discovery/prim.ts";
export { primTrajectory } from "./discovery/prim.ts";
export { quantileOf, quantilesOf } from "./quantile/quantile.ts";
export type { SaltelliBlocks } from "./sensitivity/saltelli-blocks.ts";
export { saltelliBlocks } from "./sensitivity/saltelli-blocks.ts";
export type { SobolIndex, SobolIndices, SobolOptions } from "./sensitivity/sobol.ts";
export { sobolIndices } from "./sensitivity/sobol.ts";
export type { Share } from "./share/share.ts";
export { shareOf } from "./share/share.ts";
