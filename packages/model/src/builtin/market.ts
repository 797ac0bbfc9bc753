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

/** Where the curves of some sides begin and end. */
function boundsOf(make: SpreadMaker, sides: readonly Side[]): readonly [from: Expr, to: Expr] {
  const { add, sub, min, max } = expressionWriter(make);
  const reach = ({ kind, width }: Profile) => make.call("profile-reach", kind, width);
  const lowest = ({ size, profile }: Side) =>
    make.over("minimum", size, (place) => sub(profile(place).priority, reach(profile(place))));
  const highest = ({ size, profile }: Side) =>
    make.over("maximum", size, (place) => add(profile(place).priority, reach(profile(place))));
  return [sides.map(lowest).reduce((a, b) => min(a, b)), sides.map(highest).reduce((a, b) => max(a, b))];
}

// The width of the bounds is at most some thousand times that of a curve, so this leaves less than the last bit of a price.
const halvings = 62;

/**
 * The price from which on no more is asked for than there is, by halving the interval in which the curves lie.
 * @param from  what tells prices apart: for elements that differ in nothing of it there is one price
 */
export function clearingPrice(
  make: SpreadMaker,
  sides: readonly Side[],
  from: readonly Expr[],
  isTooLow: (price: Expr) => Expr,
): Expr {
  const { add, sub, mul, power, choose } = expressionWriter(make);
  const low = make.auxiliary("lowest price", from, () => boundsOf(make, sides)[0]);
  const high = make.auxiliary("highest price", from, () => boundsOf(make, sides)[1]);
  return make.auxiliary("price", from, () =>
    make.repeat(halvings, low, (price, turn) => {
      const next = add(price, mul(sub(high, low), power(0.5, turn)));
      return choose(isTooLow(next), next, price);
    }),
  );
}
