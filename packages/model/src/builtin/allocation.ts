import type { Expr, Index } from "../model.ts";
import { expressionWriter } from "./expression-writer.ts";
import { clearingPrice, type Side, shareAt, totalAt } from "./market.ts";
import { type Profile, type Profiles, type SpreadMaker, spread, type Vector } from "./spread.ts";

const first: Index = { kind: "fixed", position: 0 };

/** Profiles beside the quantities that they are for, matched by the names of elements, or by their order where those differ. */
function sideOf(make: SpreadMaker, quantities: Vector, profiles: Profiles): Side {
  const { through, keys } = quantities;
  const places = through.map((position) => profiles.keys.indexOf(keys[position]!));
  const isNamed = !places.includes(-1);
  if (!isNamed && keys.length !== profiles.size) make.reportUnmatched();
  const matched = isNamed ? places : through.map((position) => Math.min(position, profiles.size - 1));
  return {
    size: through.length,
    quantity: (place) => quantities.at(onward(place, through)),
    profile: (place) => profiles.at(onward(place, matched)),
  };
}

/** Requests that all have rectangular curves of one width. */
function rectangles(make: SpreadMaker, request: Vector, priority: Vector, width: Expr): Side {
  const { through } = request;
  const profile = (place: Index): Profile => ({
    kind: make.number(RECTANGULAR),
    priority: priority.at(onward(place, through)),
    width,
  });
  return { size: through.length, quantity: (place) => request.at(onward(place, through)), profile };
}

const RECTANGULAR = 1;

/** The places that an index goes through, by its own. */
function onward(place: Index, places: readonly number[]): Index {
  if (place.kind === "fixed") return { kind: "fixed", position: places[place.position]! };
  return { ...place, positions: place.positions.map((position) => places[position]!) };
}

const requestTotal = (make: SpreadMaker, { size, quantity }: Side): Expr => make.over("sum", size, quantity);

/** Everything where there is enough for all, nothing where there is nothing, else what the curves give at the price. */
function rationed(
  make: SpreadMaker,
  side: Side,
  own: { readonly request: Expr; readonly profile: Profile },
  supply: Expr,
  from: readonly Expr[],
): Expr {
  const { mul, less, atMost, choose } = expressionWriter(make);
  const price = clearingPrice(make, [side], from, (at) => less(supply, totalAt(make, "demand-share", side, at)));
  const total = make.auxiliary("all requests", from, () => requestTotal(make, side));
  const share = mul(own.request, shareAt(make, "demand-share", own.profile, price));
  return choose(atMost(total, supply), own.request, choose(atMost(supply, 0), 0, share));
}

/** Of what no price moves there may be more than there is: then each gets the same part of its request, and all others nothing. */
function fixedPart(make: SpreadMaker, { size, quantity, profile }: Side, supply: Expr, from: readonly Expr[]): Expr {
  const { mul, div, min, max, equal } = expressionWriter(make);
  const fixed = make.auxiliary("fixed requests", from, () =>
    make.over("sum", size, (place) => mul(quantity(place), equal(profile(place).kind, 0))),
  );
  return min(1, div(max(supply, 0), fixed));
}

export const allocateAvailable = spread({
  id: "allocate-available",
  names: { vensim: "ALLOCATE AVAILABLE" },
  args: ["request", "profile", "available"],
  takes: ["vector", "profiles", "value"],
  units: ([request, , available], check) => check.same(request, available),
  expand: (make, request, profiles, available) => {
    const { mul, equal, choose } = expressionWriter(make);
    const from = [request.at(first), profiles.at(first).kind, available];
    const own = { request: request.own, profile: profiles.own };
    const side = sideOf(make, request, profiles);
    const fixed = mul(own.request, fixedPart(make, side, available, from));
    return choose(equal(own.profile.kind, 0), fixed, rationed(make, side, own, available, from));
  },
  says:
    "What a request gets of what is available: all of it where there is enough, else the share that its priority profile gives at " +
    "the one price that uses up what is there. Kinds of profile: 0 fixed (in proportion, where these alone are too many), " +
    "1 rectangular, 2 triangular, 3 normal, 4 exponential.",
  source:
    "vensim.com/documentation/fn_allocate_available.html; fixed requests held to Vensim's run of SDEverywhere's model allocate_ptype",
});

function byPriority(make: SpreadMaker, request: Vector, priority: Vector, width: Expr, supply: Expr): Expr {
  const from = [request.at(first), priority.at(first), width, supply];
  const profile = { kind: make.number(RECTANGULAR), priority: priority.own, width };
  return rationed(make, rectangles(make, request, priority, width), { request: request.own, profile }, supply, from);
}

export const allocateByPriority = spread({
  id: "allocate-by-priority",
  names: { vensim: "ALLOCATE BY PRIORITY" },
  args: ["request", "priority", "size", "width", "supply"],
  takes: ["vector", "vector", "value", "value", "value"],
  units: ([request, priority, , width, supply], check) => {
    check.same(priority, width);
    return check.same(request, supply);
  },
  expand: (make, request, priority, _, width, supply) => byPriority(make, request, priority, width, supply),
  says:
    "What a request gets of the supply: all of it where there is enough, else by priority, where a request that is a width " +
    "below another gets nothing before that has all. The last subscript is gone through whatever the size.",
  source: "vensim.com/documentation/fn_allocate_by_priority.html; vensim.com/allocation-by-priority (Wood's algorithm)",
});

export const allocate = spread({
  id: "allocate",
  names: { xmile: "ALLOCATE" },
  args: ["supply", "dimension", "request", "priority", "width"],
  takes: ["value", "value", "vector", "vector", "value"],
  units: ([supply, , request], check) => check.same(request, supply),
  expand: (make, supply, _, request, priority, width) => byPriority(make, request, priority, width, supply),
  says: "As ALLOCATE BY PRIORITY, among the elements of a dimension; the request and the priority are written with that dimension's `.*`.",
  source:
    "the sample WithArrays.xmile of XMILE 1.2's schema, for its arguments; that it is ALLOCATE BY PRIORITY, xmutil's and Simlin's conversions " +
    "of Vensim's models (not in XMILE 1.0); not checked against a run of Stella",
});

export const marketP = spread({
  id: "marketp",
  names: { vensim: "MARKETP" },
  args: ["request", "priority", "size", "width", "supply"],
  takes: ["vector", "vector", "value", "value", "value"],
  units: ([request, priority, , width, supply], check) => {
    check.same(request, supply);
    return check.same(priority, width);
  },
  expand: (make, request, priority, _, width, supply) => {
    const { less } = expressionWriter(make);
    const side = rectangles(make, request, priority, width);
    const from = [request.at(first), priority.at(first), width, supply];
    return clearingPrice(make, [side], from, (at) => less(supply, totalAt(make, "demand-share", side, at)));
  },
  says: "The priority at which requests use up the supply, for ALLOC P; below all of them where there is enough.",
  source: "vensim.com/allocation-by-priority; the order of its arguments as for ALLOCATE BY PRIORITY, not checked",
});

export const allocP = spread({
  id: "alloc-p",
  names: { vensim: "ALLOC P" },
  args: ["request", "priority", "width", "market priority"],
  takes: ["value", "value", "value", "value"],
  units: ([request, priority, width, price], check) => {
    check.same(check.same(priority, width), price);
    return request;
  },
  expand: (make, request, priority, width, price) =>
    expressionWriter(make).mul(
      request,
      shareAt(make, "demand-share", { kind: make.number(RECTANGULAR), priority, width }, price),
    ),
  says: "What a request gets at the priority that MARKETP has found.",
  source: "vensim.com/documentation/22300.html; vensim.com/allocation-by-priority",
});

export const findMarketPrice = spread({
  id: "find-market-price",
  names: { vensim: "FIND MARKET PRICE" },
  args: ["demand", "demand profile", "supply", "supply profile"],
  takes: ["vector", "profiles", "vector", "profiles"],
  units: ([demand, asked, supply, offered], check) => {
    check.same(demand, supply);
    return check.same(asked, offered);
  },
  expand: (make, demand, asked, supply, offered) => {
    const { less } = expressionWriter(make);
    const sides = [sideOf(make, demand, asked), sideOf(make, supply, offered)] as const;
    const from = [demand.at(first), asked.at(first).kind, supply.at(first), offered.at(first).kind];
    const isTooLow = (at: Expr) =>
      less(totalAt(make, "supply-share", sides[1], at), totalAt(make, "demand-share", sides[0], at));
    return clearingPrice(make, sides, from, isTooLow, "profile-end");
  },
  says:
    "The price at which as much is offered as is asked for; the lowest of them where it is so over a range, and where it is so nowhere " +
    "the end of the curves, for which five widths of a normal and ten of an exponential one are taken; 0 where all is fixed.",
  source:
    "vensim.com/documentation/fn_find_market_price.html; the ends held to Vensim's runs of SDEverywhere's models allocate_price and allocate_normal_width",
});

export const demandAtPrice = spread({
  id: "demand-at-price",
  names: { vensim: "DEMAND AT PRICE" },
  args: ["quantity", "profile", "price"],
  takes: ["value", "profiles", "value"],
  units: ([quantity, profile, price], check) => {
    check.same(profile, price);
    return quantity;
  },
  expand: (make, quantity, profiles, price) =>
    expressionWriter(make).mul(quantity, shareAt(make, "demand-share", profiles.own, price)),
  says: "How much of a quantity is asked for at a price, by its priority profile.",
  source: "vensim.com/documentation/fn_demand_at_price.html",
});

export const supplyAtPrice = spread({
  id: "supply-at-price",
  names: { vensim: "SUPPLY AT PRICE" },
  args: ["capacity", "profile", "price"],
  takes: ["value", "profiles", "value"],
  units: ([capacity, profile, price], check) => {
    check.same(profile, price);
    return capacity;
  },
  expand: (make, capacity, profiles, price) =>
    expressionWriter(make).mul(capacity, shareAt(make, "supply-share", profiles.own, price)),
  says: "How much of a capacity is offered at a price, by its priority profile.",
  source: "vensim.com/documentation/fn_supply_at_price.html",
});
