import type { Kernel, Loop, Operations } from "./operations.ts";

/** Whether a number is whole and not below 0. */
function isCount<R, I, T>(o: Operations<R, I, T>, x: R): T {
  return o.and(o.le(o.real(0), x), o.eq(o.nearest(x), x));
}

/** n (n - 1) … over r factors, until it is 0 or leaves the doubles, which takes 171 factors at most. */
const falling: Loop = {
  name: "fallingFactorial",
  start: (o) => [o.real(0), o.real(1)],
  goesOn: (o, [i, product], [, r]) =>
    o.and(o.lt(i!, r!), o.and(o.lt(o.real(0), product!), o.lt(product!, o.real(Infinity)))),
  next: (o, [i, product], [n]) => [o.add(i!, o.real(1)), o.mul(product!, o.sub(n!, i!))],
  result: (_, [, product]) => product!,
};

/** In how many orders r of n things can be taken: n! / (n - r)!, exact while doubles hold it. */
export const arrangements: Kernel = (o, n, r) => {
  const isMeant = o.and(isCount(o, n!), isCount(o, r!));
  const safe = o.select(isMeant, n!, o.real(0));
  return o.select(isMeant, o.repeat(falling, safe, o.select(isMeant, r!, o.real(0))), o.real(Number.NaN));
};

/** (n - r + 1) / 1 · (n - r + 2) / 2 …: each product is a whole number, so that it is exact while doubles hold it. */
const rising: Loop = {
  name: "binomialCoefficient",
  start: (o) => [o.real(0), o.real(1)],
  goesOn: (o, [i, product], [, r]) => o.and(o.lt(i!, r!), o.lt(product!, o.real(Infinity))),
  next: (o, [i, product], [n, r]) => {
    const count = o.add(i!, o.real(1));
    return [count, o.div(o.mul(product!, o.add(o.sub(n!, r!), count)), count)];
  },
  result: (_, [, product]) => product!,
};

/** How many subsets of r things n things have. */
export const choices: Kernel = (o, n, r) => {
  const [zero, infinity] = [o.real(0), o.real(Infinity)];
  const isMeant = o.and(o.and(isCount(o, n!), isCount(o, r!)), o.lt(n!, infinity));
  const isPossible = o.and(isMeant, o.le(r!, n!));
  const fewer = o.lesser(r!, o.sub(n!, r!));
  const value = o.repeat(rising, o.select(isPossible, n!, zero), o.select(isPossible, fewer, zero));
  return o.select(isPossible, value, o.select(isMeant, zero, o.real(Number.NaN)));
};
