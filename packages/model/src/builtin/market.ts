import type { Expr, Index } from "../model.ts";
import { expressionWriter } from "./expression-writer.ts";
import type { Profile, SpreadMaker } from "./spread.ts";

/** Those who ask, or those who offer: at each place a quantity and a curve. */
export interface Side {
  readonly size: number;
  readonly quantity: (place: Index) => Expr;
  readonly profile: (place: Index) => Profile;
}

type Share = "demand-share" | "supply-share";

export function shareAt(make: SpreadMaker, share: Share, { kind, priority, width }: Profile, price: Expr): Expr {
  return make.call(share, kind, priority, width, price);
}

/** What a side asks for or offers at a price, all together. */
export function totalAt(make: SpreadMaker, share: Share, { size, quantity, profile }: Side, price: Expr): Expr {
  const { mul } = expressionWriter(make);
  return make.over("sum", size, (place) => mul(quantity(place), shareAt(make, share, profile(place), price)));
}

/** How far a curve is followed: to where a double cannot tell it from 0 and 1, or to where Vensim lets the price of a market end. */
export type Reach = "profile-reach" | "profile-end";

/** Where the curves of some sides begin and end; what is fixed has none, and where all is, the end lies below the beginning. */
function boundsOf(make: SpreadMaker, sides: readonly Side[], reach: Reach): readonly [from: Expr, to: Expr] {
  const { add, sub, min, max, equal, choose } = expressionWriter(make);
  const end = (profile: Profile, beyond: number, of: (a: Expr, b: Expr) => Expr) =>
    choose(equal(profile.kind, 0), beyond, of(profile.priority, make.call(reach, profile.kind, profile.width)));
  const lowest = ({ size, profile }: Side) =>
    make.over("minimum", size, (place) => end(profile(place), Number.MAX_VALUE, sub));
  const highest = ({ size, profile }: Side) =>
    make.over("maximum", size, (place) => end(profile(place), -Number.MAX_VALUE, add));
  return [sides.map(lowest).reduce((a, b) => min(a, b)), sides.map(highest).reduce((a, b) => max(a, b))];
}

// The width of the bounds is at most some thousand times that of a curve, so this leaves less than the last bit of a price.
const halvings = 62;

/**
 * The price from which on no more is asked for than there is, by halving the interval in which the curves lie; 0 where there are none,
 * since then no price changes anything.
 * @param from  what tells prices apart: for elements that differ in nothing of it there is one price
 */
export function clearingPrice(
  make: SpreadMaker,
  sides: readonly Side[],
  from: readonly Expr[],
  isTooLow: (price: Expr) => Expr,
  reach: Reach = "profile-reach",
): Expr {
  const { add, sub, mul, power, atMost, choose } = expressionWriter(make);
  const low = make.auxiliary("lowest price", from, () => boundsOf(make, sides, reach)[0]);
  const high = make.auxiliary("highest price", from, () => boundsOf(make, sides, reach)[1]);
  return make.auxiliary("price", from, () => {
    const found = make.repeat(halvings, low, (price, turn) => {
      const next = add(price, mul(sub(high, low), power(0.5, turn)));
      return choose(isTooLow(next), next, price);
    });
    return choose(atMost(low, high), found, 0);
  });
}
