import { decompose, type FixedPoint } from "./fixed-point.ts";

/** A real number, significand · 2^exponent, to more bits than any double can tell. */
export interface Exact {
  readonly significand: bigint;
  readonly exponent: number;
}

/**
 * What the kernels should say, by short series in fixed point: for tests, which measure kernels against it. Arguments are doubles
 * within the range that a test uses; sizes below 2^-100 are not.
 */
export class Reference {
  readonly fx: FixedPoint;
  readonly #pi: bigint;
  readonly #ln2: bigint;
  readonly #bernoulli = bernoulliNumbers(stirlingTerms);

  constructor(fx: FixedPoint) {
    this.fx = fx;
    this.#pi = fx.pi();
    this.#ln2 = fx.ln(fx.integer(2));
  }

  exp(x: number): Exact {
    return this.#expOf(this.fx.of(x));
  }

  ln(x: number): Exact {
    return this.#exact(this.lnOf(x));
  }

  /** x > 0 */
  pow(x: number, y: number): Exact {
    const { significand, exponent } = decompose(y);
    const product = this.lnOf(x) * significand;
    return this.#expOf(exponent < 0 ? product >> BigInt(-exponent) : product << BigInt(exponent));
  }

  sin(x: number): Exact {
    const { quadrant, sin, cos } = this.#turned(x);
    const value = (quadrant & 1n) === 0n ? sin : cos;
    return this.#exact((quadrant & 2n) === 0n ? value : -value);
  }

  cos(x: number): Exact {
    const { quadrant, sin, cos } = this.#turned(x);
    const value = (quadrant & 1n) === 0n ? cos : -sin;
    return this.#exact((quadrant & 2n) === 0n ? value : -value);
  }

  tan(x: number): Exact {
    const { quadrant, sin, cos } = this.#turned(x);
    return this.#exact((quadrant & 1n) === 0n ? this.fx.div(sin, cos) : this.fx.div(-cos, sin));
  }

  asin(x: number): Exact {
    return this.#exact(this.#asinOf(this.fx.of(x)));
  }

  acos(x: number): Exact {
    return this.#exact(this.#pi / 2n - this.#asinOf(this.fx.of(x)));
  }

  atan(x: number): Exact {
    return this.#exact(this.#atanOf(this.fx.of(x)));
  }

  sinh(x: number): Exact {
    const { significand, exponent } = this.#bothWays(x, (up, down) => up - down);
    return { significand: x < 0 ? -significand : significand, exponent };
  }

  cosh(x: number): Exact {
    return this.#bothWays(x, (up, down) => up + down);
  }

  tanh(x: number): Exact {
    const [sine, cosine] = [this.sinh(x), this.cosh(x)];
    return this.#exact(this.fx.div(sine.significand, cosine.significand));
  }

  /** x > 0 */
  lnGamma(x: number): Exact {
    return this.#exact(this.lnGammaOf(this.fx.of(x)));
  }

  lnOf(x: number): bigint {
    const { significand, exponent } = decompose(x);
    return this.#lnOfScaled(significand, exponent);
  }

  /** ln Γ of a number above 0: Stirling's series from 40 on, which smaller ones reach by the recurrence. */
  lnGammaOf(x: bigint): bigint {
    const { fx } = this;
    let [y, divisor] = [x, fx.one];
    for (; y < fx.integer(40); y += fx.one) divisor = fx.mul(divisor, y);
    const main = fx.mul(y - fx.ratio(1, 2), this.lnOfFixed(y)) - y + this.lnOfFixed(2n * this.#pi) / 2n;
    return main + this.#stirling(y) - this.lnOfFixed(divisor);
  }

  /** The x above 0 below which a share `1/2 + q` of the standard normal distribution lies. */
  normInvOfCentre(q: bigint): bigint {
    const { fx } = this;
    const density = fx.div(fx.one, fx.sqrt(2n * this.#pi));
    let x = fx.div(q, density);
    for (let round = 0; round < 60; round++) {
      const shape = this.expOf(-fx.mul(x, x) / 2n);
      const step = fx.div(fx.mul(fx.mul(shape, density), this.#halfNormalSeries(x)) - q, fx.mul(shape, density));
      x -= step;
      if (this.#isSmall(step)) return x;
    }
    throw new Error("Newton's iteration did not settle");
  }

  /** The x above 1 above which a share e^-l of the standard normal distribution lies. */
  normInvOfTail(l: bigint): bigint {
    const { fx } = this;
    const constant = this.lnOfFixed(2n * this.#pi) / 2n;
    let x = fx.sqrt(2n * l);
    for (let round = 0; round < 200; round++) {
      const ratio = this.millsRatio(x);
      const step = fx.mul(fx.mul(x, x) / 2n + constant - this.lnOfFixed(ratio) - l, ratio);
      x -= step;
      if (this.#isSmall(step)) return x;
    }
    throw new Error("Newton's iteration did not settle");
  }

  /** Whether Newton's iteration is done: its error is about the square of its last step. */
  #isSmall(step: bigint): boolean {
    return size(step) < 1n << BigInt(this.fx.bits / 2);
  }

  /** The share of the standard normal distribution below x. */
  normCdf(x: number): Exact {
    const { fx } = this;
    const a = fx.of(Math.abs(x));
    const shape = this.#expOf(-fx.mul(a, a) / 2n);
    const above = fx.mul(shape.significand, fx.div(this.millsRatio(a), fx.sqrt(2n * this.#pi)));
    if (x < 0) return { significand: above, exponent: shape.exponent };
    return this.#exact(fx.one - (above >> BigInt(-shape.exponent - fx.bits)));
  }

  /** The share of the standard normal distribution above x over its density there, for x of at least 0. */
  millsRatio(x: bigint): bigint {
    const { fx } = this;
    if (x > fx.integer(8)) return this.#millsFraction(x);
    const density = fx.div(this.expOf(-fx.mul(x, x) / 2n), fx.sqrt(2n * this.#pi));
    return fx.div(fx.one, 2n * density) - this.#halfNormalSeries(x);
  }

  /** e^a for an a that is not large. */
  expOf(a: bigint): bigint {
    const { significand, exponent } = this.#expOf(a);
    const shift = BigInt(exponent + this.fx.bits);
    return shift >= 0n ? significand << shift : significand >> -shift;
  }

  #exact(significand: bigint): Exact {
    return { significand, exponent: -this.fx.bits };
  }

  /** e^a = 2^k e^r: the series of e^(r / 2^8), squared eight times. */
  #expOf(a: bigint): Exact {
    const { fx } = this;
    const k = (2n * a + this.#ln2) / (2n * this.#ln2) - (2n * a + this.#ln2 < 0n ? 1n : 0n);
    const r = (a - k * this.#ln2) >> 8n;
    let value = powerSeries(fx, r, (n) => n);
    for (let n = 0; n < 8; n++) value = fx.mul(value, value);
    return { significand: value, exponent: Number(k) - fx.bits };
  }

  /** ln of a number above 0. */
  lnOfFixed(a: bigint): bigint {
    return this.#lnOfScaled(a, -this.fx.bits);
  }

  /** ln of significand · 2^exponent: of the significand brought to between 1/√2 and √2, about. */
  #lnOfScaled(significand: bigint, exponent: number): bigint {
    const { fx } = this;
    const length = significand.toString(2).length;
    const shift = BigInt(fx.bits - length);
    const value = shift >= 0n ? significand << shift : significand >> -shift;
    const [k, m] = value * 10n < fx.one * 7n ? [exponent + length - 1, value * 2n] : [exponent + length, value];
    return fx.ln(m) + BigInt(k) * this.#ln2;
  }

  #turned(x: number): { readonly quadrant: bigint; readonly sin: bigint; readonly cos: bigint } {
    const { fx } = this;
    const half = this.#pi / 2n;
    const a = fx.of(x);
    const quadrant = (2n * a + half) / (2n * half) - (2n * a + half < 0n ? 1n : 0n);
    const r = a - quadrant * half;
    const z = -fx.mul(r, r);
    const sin = fx.mul(
      r,
      powerSeries(fx, z, (n) => 2n * n * (2n * n + 1n)),
    );
    return { quadrant: quadrant & 3n, sin, cos: powerSeries(fx, z, (n) => (2n * n - 1n) * 2n * n) };
  }

  #asinOf(a: bigint): bigint {
    const { fx } = this;
    const rest = fx.one - fx.mul(a, a);
    return rest === 0n ? (a < 0n ? -this.#pi / 2n : this.#pi / 2n) : this.#atanOf(fx.div(a, fx.sqrt(rest)));
  }

  #atanOf(a: bigint): bigint {
    const { fx } = this;
    if (a > fx.one) return this.#pi / 2n - fx.atan(fx.div(fx.one, a));
    return a < -fx.one ? -this.#pi / 2n - fx.atan(fx.div(fx.one, a)) : fx.atan(a);
  }

  #bothWays(x: number, combine: (up: bigint, down: bigint) => bigint): Exact {
    const { significand, exponent } = this.exp(Math.abs(x));
    const k = BigInt(exponent + this.fx.bits);
    const down = this.fx.div(this.fx.one, significand) >> (2n * k);
    return { significand: combine(significand, down), exponent: exponent - 1 };
  }

  /** Σ B₂ₖ / (2k (2k - 1) y^(2k-1)), to its smallest term (Abramowitz & Stegun 1964, 6.1.40). */
  #stirling(y: bigint): bigint {
    const { fx } = this;
    const square = fx.mul(y, y);
    let [sum, power] = [0n, fx.div(fx.one, y)];
    for (const [index, [over, under]] of this.#bernoulli.entries()) {
      const twice = BigInt(2 * (index + 1));
      sum += (power * over) / (under * twice * (twice - 1n));
      power = fx.div(power, square);
    }
    return sum;
  }

  /** (Φ(x) - 1/2) / φ(x) = Σ x^(2n+1) / (2n+1)!! (Abramowitz & Stegun 1964, 26.2.11). */
  #halfNormalSeries(x: bigint): bigint {
    const { fx } = this;
    return fx.mul(
      x,
      powerSeries(fx, fx.mul(x, x), (n) => 2n * n + 1n),
    );
  }

  /** 1 / (x + 1 / (x + 2 / (x + 3 / …))) (Abramowitz & Stegun 1964, 26.2.14). */
  #millsFraction(x: bigint): bigint {
    const { fx } = this;
    let fraction = x;
    for (let n = 400n; n > 0n; n--) fraction = x + fx.div(n << BigInt(fx.bits), fraction);
    return fx.div(fx.one, fraction);
  }
}

/** 1 + x/d(1) + x²/(d(1) d(2)) + … */
export function powerSeries(fx: FixedPoint, x: bigint, divisor: (n: bigint) => bigint): bigint {
  let [sum, term] = [0n, fx.one];
  for (let n = 1n; term > 0n || term < -1n; n++) {
    sum += term;
    term = fx.mul(term, x) / divisor(n);
  }
  return sum;
}

/** How many terms of Stirling's series to take: at 40 its terms grow again only past the hundredth. */
const stirlingTerms = 60;

/** B₂, B₄, … as fractions, from the tangent numbers (Brent & Harvey 2011, arXiv:1108.0286, algorithm TangentNumbers). */
function bernoulliNumbers(count: number): readonly (readonly [over: bigint, under: bigint])[] {
  const tangent = [1n];
  for (let k = 1; k < count; k++) tangent.push(tangent[k - 1]! * BigInt(k));
  for (let k = 1; k < count; k++)
    for (let j = k; j < count; j++) tangent[j] = BigInt(j - k) * tangent[j - 1]! + BigInt(j - k + 2) * tangent[j]!;
  return tangent.map((t, index) => {
    const n = BigInt(index + 1);
    const power = 4n ** n;
    return [index % 2 === 0 ? 2n * n * t : -2n * n * t, power * (power - 1n)];
  });
}

/** How far a double is from the number that it should be, in units in the last place of that number. */
export function ulpsOff(got: number, want: Exact): number {
  const length = size(want.significand).toString(2).length;
  const unit = Math.max(want.exponent + length - 53, -1074);
  const { significand, exponent } = decompose(got);
  // Both as multiples of 2^-40 of that unit.
  const difference = shifted(significand, exponent - unit + 40) - shifted(want.significand, want.exponent - unit + 40);
  return Number(difference) / 2 ** 40;
}

const size = (a: bigint): bigint => (a < 0n ? -a : a);
const shifted = (a: bigint, count: number): bigint => (count >= 0 ? a << BigInt(count) : a >> BigInt(-count));
