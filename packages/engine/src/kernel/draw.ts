import { argumentsOf, further, noiseOf } from "./noise.ts";
import type { Kernel, Loop, Operations } from "./operations.ts";
import type { Sampler } from "./sampler.ts";

// A draw that misses its bounds is drawn again, this often: bounds that hold a twentieth of the distribution are missed by all of them
// once in 28,000 times.
const mostDraws = 200;

/**
 * A draw, stretched and then shifted, that lies within bounds: (low, high, shift, stretch, two shapes, noise) → number. Where no draw
 * does, the bound that is nearest to the last one; where the bounds are the wrong way round, the lower of the two named.
 * Source: the order of stretch, shift and cut is that of vensim.com/documentation/fn_random.html.
 */
export function drawOf(name: string, sampler: Sampler): Kernel {
  const loop: Loop = {
    name: `${name}Within`,
    start: (o, args) => [o.real(0), drawn(o, sampler, o.real(0), args)],
    goesOn: (o, [count, value], [low, high]) => {
      const isOutside = o.or(o.lt(value!, low!), o.lt(high!, value!));
      return o.and(o.and(isOutside, o.lt(low!, high!)), o.lt(count!, o.real(mostDraws)));
    },
    next: (o, [count], args) => {
      const next = o.add(count!, o.real(1));
      return [next, drawn(o, sampler, next, args)];
    },
    result: (o, [, value], [low, high]) => {
      const below = o.select(o.lt(high!, value!), high!, value!);
      return o.select(o.lt(below, low!), low!, below);
    },
  };
  const kernel: Kernel = (o, ...args) => o.repeat(loop, ...args);
  return Object.defineProperty(kernel, "name", { value: name });
}

// A sampler uses the noise of up to four draws.
const noisesEach = 4;

function drawn<R, I, T>(o: Operations<R, I, T>, sampler: Sampler, count: R, args: readonly R[]): R {
  const [, , shift, stretch, a, b, ...given] = args;
  const noise = further(o, noiseOf(given), o.mul(count, o.real(noisesEach)));
  return o.add(shift!, o.mul(stretch!, o.call(sampler, a!, b!, ...argumentsOf(noise))));
}
