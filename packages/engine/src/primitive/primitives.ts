import type { PrimitiveName } from "@sequitur/model";
import type { PlainInstruction } from "../encode/instruction.ts";
import { type KernelName, kernelFunctions, kernels } from "../kernel/kernels.ts";
import type { Kernel } from "../kernel/operations.ts";
import { scalarOperations } from "../kernel/scalar-operations.ts";
import { max, min } from "./extreme.ts";
import type { LaneCode, LaneOperand, PrimitiveTable, ScalarValue } from "./primitive.ts";

/** The machine operations that the meaning of every built-in function is written in: `@sequitur/model` names them. */
export const primitives = {
  add: { scalar: (a, b) => a + b, lanes: instruction("f64x2.add") },
  sub: { scalar: (a, b) => a - b, lanes: instruction("f64x2.sub") },
  mul: { scalar: (a, b) => a * b, lanes: instruction("f64x2.mul") },
  div: { scalar: (a, b) => a / b, lanes: instruction("f64x2.div") },
  neg: { scalar: (a) => -a, lanes: instruction("f64x2.neg") },
  abs: { scalar: Math.abs, lanes: instruction("f64x2.abs") },
  sqrt: { scalar: Math.sqrt, lanes: instruction("f64x2.sqrt") },
  min,
  max,
  floor: { scalar: Math.floor, lanes: instruction("f64x2.floor") },
  ceil: { scalar: Math.ceil, lanes: instruction("f64x2.ceil") },
  trunc: { scalar: Math.trunc, lanes: instruction("f64x2.trunc") },
  nearest: { scalar: (a) => scalarOperations.nearest(a), lanes: instruction("f64x2.nearest") },
  lt: { scalar: (a, b) => a < b, lanes: instruction("f64x2.lt") },
  le: { scalar: (a, b) => a <= b, lanes: instruction("f64x2.le") },
  gt: { scalar: (a, b) => a > b, lanes: instruction("f64x2.gt") },
  ge: { scalar: (a, b) => a >= b, lanes: instruction("f64x2.ge") },
  eq: { scalar: (a, b) => a === b, lanes: instruction("f64x2.eq") },
  ne: { scalar: (a, b) => a !== b, lanes: instruction("f64x2.ne") },
  and: { scalar: (a, b) => a && b, lanes: instruction("v128.and") },
  or: { scalar: (a, b) => a || b, lanes: instruction("v128.or") },
  not: { scalar: (a) => !a, lanes: instruction("v128.not") },
  select: {
    scalar: (test, whenTrue, whenFalse) => (test ? whenTrue : whenFalse),
    lanes: (code, test, whenTrue, whenFalse) => instruction("v128.bitselect")(code, whenTrue, whenFalse, test),
  },
  numberOf: {
    scalar: (test) => (test ? 1 : 0),
    lanes: ({ f }, test) => {
      test.push();
      f.f64x2(1);
      f.op("v128.and");
    },
  },
  truthOf: {
    scalar: (a) => a !== 0,
    lanes: ({ f }, a) => {
      a.push();
      f.f64x2(0);
      f.op("f64x2.ne");
    },
  },
  exp: { scalar: kernels.exp, lanes: kernel("exp") },
  ln: { scalar: kernels.ln, lanes: kernel("ln") },
  pow: { scalar: kernels.pow, lanes: kernel("pow") },
  sin: { scalar: kernels.sin, lanes: kernel("sin") },
  cos: { scalar: kernels.cos, lanes: kernel("cos") },
  tan: { scalar: kernels.tan, lanes: kernel("tan") },
  asin: { scalar: kernels.asin, lanes: kernel("asin") },
  acos: { scalar: kernels.acos, lanes: kernel("acos") },
  atan: { scalar: kernels.atan, lanes: kernel("atan") },
  sinh: { scalar: kernels.sinh, lanes: kernel("sinh") },
  cosh: { scalar: kernels.cosh, lanes: kernel("cosh") },
  tanh: { scalar: kernels.tanh, lanes: kernel("tanh") },
  lnGamma: { scalar: kernels.lnGamma, lanes: kernel("lnGamma") },
  normInv: { scalar: kernels.normInv, lanes: kernel("normInv") },
  normCdf: { scalar: kernels.normCdf, lanes: kernel("normCdf") },
  arrangements: plain("arrangements"),
  choices: plain("choices"),
  noisePlace: plain("noisePlace"),
  drawUniform: plain("drawUniform"),
  drawNormal: plain("drawNormal"),
  drawExponential: plain("drawExponential"),
  drawLogistic: plain("drawLogistic"),
  drawTriangular: plain("drawTriangular"),
  drawWeibull: plain("drawWeibull"),
  drawGamma: plain("drawGamma"),
  drawBeta: plain("drawBeta"),
  drawPoisson: plain("drawPoisson"),
  drawBinomial: plain("drawBinomial"),
  drawNegativeBinomial: plain("drawNegativeBinomial"),
} satisfies PrimitiveTable;

/**
 * The scalar meaning of a primitive by name, for a caller whose terms were checked before: the number and kinds of the arguments
 * are those of `@sequitur/model`.
 */
export function evaluate(name: PrimitiveName, args: readonly ScalarValue[]): ScalarValue {
  const scalar: (...args: never[]) => ScalarValue = primitives[name].scalar;
  return scalar(...(args as readonly never[]));
}

/** The two-lane code of a primitive by name: pushes the operands, and leaves the result on the stack. */
export function writeLanes(name: PrimitiveName, code: LaneCode, operands: readonly LaneOperand[]): void {
  const lanes: (code: LaneCode, ...operands: never[]) => void = primitives[name].lanes;
  lanes(code, ...(operands as readonly never[]));
}

function instruction(name: PlainInstruction) {
  return ({ f }: LaneCode, ...operands: readonly LaneOperand[]): void => {
    for (const operand of operands) operand.push();
    f.op(name);
  };
}

function plain(name: KernelName) {
  const whole: Kernel = kernelFunctions[name];
  const scalar = (...args: readonly number[]): number => whole<number, number, boolean>(scalarOperations, ...args);
  return { scalar, lanes: kernel(name) };
}

function kernel(name: KernelName) {
  return ({ f, kernels }: LaneCode, ...operands: readonly LaneOperand[]): void => {
    for (const operand of operands) operand.push();
    kernels.call(f, name, operands.length);
  };
}
