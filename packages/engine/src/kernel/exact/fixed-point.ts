/**
 * Arithmetic on numbers of as many bits as one likes: a number v is the bigint v · 2^bits, rounded, and so is every result.
 * Slow; it makes the tables that kernels read, and tests learn from it what a kernel should have said.
 */
export class FixedPoint {
  /** How many bits stand after the binary point. */
  readonly bits: number;
  readonly one: bigint;
  readonly #shift: bigint;

  constructor(bits: number) {
    this.bits = bits;
    this.#shift = BigInt(bits);
    this.one = 1n << this.#shift;
  }

  integer(value: number | bigint): bigint {
    return BigInt(value) << this.#shift;
  }

  ratio(over: number | bigint, under: number | bigint): bigint {
    return (BigInt(over) << this.#shift) / BigInt(under);
  }

  /** A finite double; what lies below the last bit is dropped. */
  of(value: number): bigint {
    const { significand, exponent } = decompose(value);
    const shift = BigInt(exponent + this.bits);
    return shift >= 0n ? significand << shift : significand >> -shift;
  }

  /** The nearest double, ties to even, of a number that is 0 or within the normal doubles. */
  toDouble(a: bigint): number {
    return Number(a) * 2 ** -this.bits;
  }

  mul(a: bigint, b: bigint): bigint {
    return (a * b) >> this.#shift;
  }

  div(a: bigint, b: bigint): bigint {
    return (a << this.#shift) / b;
  }

  /** The square root of a number that is not negative, by Newton's iteration from above. */
  sqrt(a: bigint): bigint {
    const square = a << this.#shift;
    let root = 1n << BigInt(square.toString(16).length * 2 + 1);
    for (;;) {
      const next = (root + square / root) >> 1n;
      if (next >= root) return root;
      root = next;
    }
  }

  /** π, by Machin's formula: 16 atan(1/5) - 4 atan(1/239). */
  pi(): bigint {
    return 16n * this.#atanSeries(this.ratio(1, 5)) - 4n * this.#atanSeries(this.ratio(1, 239));
  }

  /** The natural logarithm of a number between 1/4 and 4, by 2 atanh((a - 1) / (a + 1)). */
  ln(a: bigint): bigint {
    const s = this.div(a - this.one, a + this.one);
    return 2n * this.#oddSeries(s, this.mul(s, s));
  }

  /** The arc tangent of a number between -1 and 1: halved three times for a short series. */
  atan(a: bigint): bigint {
    let t = a;
    for (let k = 0; k < 3; k++) t = this.div(t, this.one + this.sqrt(this.one + this.mul(t, t)));
    return 8n * this.#atanSeries(t);
  }

  #atanSeries(t: bigint): bigint {
    return this.#oddSeries(t, -this.mul(t, t));
  }

  /** first · Σ stepᵏ / (2k + 1). */
  #oddSeries(first: bigint, step: bigint): bigint {
    let [sum, power] = [0n, first];
    // A negative power that is shifted right comes to rest at -1, not at 0.
    for (let divisor = 1n; power > 0n || power < -1n; divisor += 2n) {
      sum += power / divisor;
      power = this.mul(power, step);
    }
    return sum;
  }
}

/** A finite double as significand · 2^exponent. */
export function decompose(value: number): { readonly significand: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  return { significand: bits >> 63n === 1n ? -size : size, exponent: Math.max(exponent, 1) - 1075 };
}
