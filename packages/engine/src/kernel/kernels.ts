import { acos, asin } from "./asin.ts";
import { atan } from "./atan.ts";
import { arrangements, choices } from "./counts.ts";
import { drawOf } from "./draw.ts";
import { exp } from "./exp.ts";
import { cosh, sinh, tanh } from "./hyperbolic.ts";
import { ln } from "./ln.ts";
import { lnGamma } from "./ln-gamma.ts";
import { noisePlace } from "./noise.ts";
import { normCdf } from "./norm-cdf.ts";
import { normInv } from "./norm-inv.ts";
import type { Kernel } from "./operations.ts";
import { pow } from "./pow.ts";
import {
  betaSample,
  binomialSample,
  exponentialSample,
  gammaSample,
  logisticSample,
  negativeBinomialSample,
  normalSample,
  poissonSample,
  triangularSample,
  uniformSample,
  weibullSample,
} from "./sampler.ts";
import { scalarOperations as o } from "./scalar-operations.ts";
import { cos, sin } from "./sin-cos.ts";
import { tan } from "./tan.ts";

/** Functions that no processor has, written over `Operations`: what a primitive of the same name means. */
export const kernelFunctions = {
  exp,
  ln,
  pow,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  lnGamma,
  normInv,
  arrangements,
  choices,
  noisePlace,
  drawUniform: drawOf("drawUniform", uniformSample),
  drawNormal: drawOf("drawNormal", normalSample),
  drawExponential: drawOf("drawExponential", exponentialSample),
  drawLogistic: drawOf("drawLogistic", logisticSample),
  drawTriangular: drawOf("drawTriangular", triangularSample),
  drawWeibull: drawOf("drawWeibull", weibullSample),
  drawGamma: drawOf("drawGamma", gammaSample),
  drawBeta: drawOf("drawBeta", betaSample),
  drawPoisson: drawOf("drawPoisson", poissonSample),
  drawBinomial: drawOf("drawBinomial", binomialSample),
  drawNegativeBinomial: drawOf("drawNegativeBinomial", negativeBinomialSample),
  normCdf,
} as const satisfies Record<string, Kernel>;

export type KernelName = keyof typeof kernelFunctions;

export const isKernel = (name: string): name is KernelName => Object.hasOwn(kernelFunctions, name);

/** The kernels for one number: the same bits as two-lane code gives. */
export const kernels = {
  exp: (x: number): number => exp(o, x),
  ln: (x: number): number => ln(o, x),
  pow: (x: number, y: number): number => pow(o, x, y),
  sin: (x: number): number => sin(o, x),
  cos: (x: number): number => cos(o, x),
  tan: (x: number): number => tan(o, x),
  asin: (x: number): number => asin(o, x),
  acos: (x: number): number => acos(o, x),
  atan: (x: number): number => atan(o, x),
  sinh: (x: number): number => sinh(o, x),
  cosh: (x: number): number => cosh(o, x),
  tanh: (x: number): number => tanh(o, x),
  lnGamma: (x: number): number => lnGamma(o, x),
  normCdf: (x: number): number => normCdf(o, x),
  /** The inverse of the standard normal distribution. */
  normInv: (p: number): number => normInv(o, p),
} as const;
