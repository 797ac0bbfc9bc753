import { expect, test } from "vitest";
import { expectAgreement } from "./engines/futures.ts";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

// Requests of 500, 300 and 750 with rectangular curves over 4 … 6, 5 … 9 and 1 … 5, and others that can be worked out by hand.

const given = `
branch: Boston, Dayton, Fresno ~~| two: first, second ~~| row: x, y ~~|
pprofile: ptype, ppriority, pwidth, pextra ~~|
demand[branch] = 500, 300, 750 ~~|
curve[branch, pprofile] = 1, 5, 2, 0; 1, 7, 4, 0; 1, 3, 4, 0; ~~|
r[two] = 100, 100 ~~| p[two] = 2, 1 ~~|
profile[two, pprofile] = 4, 5, 2, 0; 4, 5, 2, 0; ~~|
`;

for (const [what, equations, want] of [
  [
    "all to the highest",
    "a[branch] = ALLOCATE AVAILABLE(demand[branch], curve[branch, ptype], 200)",
    { "a[Boston]": 0, "a[Dayton]": 200 },
  ],
  [
    // 250 (6 - p) + 75 (9 - p) = 500 at p = 67/13.
    "between two",
    "a[branch] = ALLOCATE AVAILABLE(demand[branch], curve[branch, ptype], 500)",
    { "a[Boston]": 250 * (6 - 67 / 13), "a[Dayton]": 75 * (9 - 67 / 13), "a[Fresno]": 0 },
  ],
  ["enough for all", "a[branch] = ALLOCATE AVAILABLE(demand[branch], curve[branch, ptype], 1e6)", { "a[Fresno]": 750 }],
  ["nothing", "a[branch] = ALLOCATE AVAILABLE(demand[branch], curve[branch, ptype], 0)", { "a[Dayton]": 0 }],
  [
    "by element, and for some of them",
    "a[Boston] = ALLOCATE AVAILABLE(demand[Boston], curve[Boston, ptype], 500) ~~| a[Dayton] = 1",
    { "a[Boston]": 250 * (6 - 67 / 13) },
  ],
  [
    "once for each row of what is available",
    "have[row] = 200, 500 ~~| a[row, branch] = ALLOCATE AVAILABLE(demand[branch], curve[branch, ptype], have[row])",
    { "a[x,Dayton]": 200, "a[y,Dayton]": 75 * (9 - 67 / 13) },
  ],
  [
    "what is computed on the spot",
    "a[branch] = ALLOCATE AVAILABLE(demand[branch] * 2, curve[branch, ptype], 2 * 500)",
    { "a[Boston]": 500 * (6 - 67 / 13) },
  ],
  [
    "halves by an exponential curve",
    "a[two] = ALLOCATE AVAILABLE(r[two], profile[two, ptype], 100)",
    { "a[first]": 50, "a[second]": 50 },
  ],
  [
    "a triangular curve",
    "tri[two, pprofile] = 2, 5, 2, 0; 2, 6, 2, 0; ~~| a[two] = ALLOCATE AVAILABLE(r[two], tri[two, ptype], 100)",
    { "a[first]": 12.5, "a[second]": 87.5 },
  ],
  [
    // Φ(1) = 0.8413447460685429: what is one deviation away above and below adds up to all.
    "normal curves",
    "n[two, pprofile] = 3, 6, 1, 0; 3, 4, 1, 0; ~~| a[two] = ALLOCATE AVAILABLE(r[two], n[two, ptype], 100)",
    { "a[first]": 84.134474606854, "a[second]": 15.865525393146 },
  ],
  [
    "fixed requests in proportion, where they alone are too many",
    `fx[branch, pprofile] = 0, 5, 2, 0; 0, 7, 4, 0; 1, 3, 4, 0; ~~|
    a[branch] = ALLOCATE AVAILABLE(demand[branch], fx[branch, ptype], 200)`,
    { "a[Boston]": 125, "a[Dayton]": 75, "a[Fresno]": 0 },
  ],
  [
    "fixed requests before all others",
    `fx[branch, pprofile] = 0, 5, 2, 0; 1, 7, 4, 0; 1, 3, 4, 0; ~~|
    a[branch] = ALLOCATE AVAILABLE(demand[branch], fx[branch, ptype], 650)`,
    { "a[Boston]": 500, "a[Dayton]": 150, "a[Fresno]": 0 },
  ],
  [
    "ALLOCATE BY PRIORITY: one after the other",
    "a[two] = ALLOCATE BY PRIORITY(r[two], p[two], 2, 1, 150)",
    { "a[first]": 100, "a[second]": 50 },
  ],
  [
    "ALLOCATE BY PRIORITY: side by side",
    "a[two] = ALLOCATE BY PRIORITY(r[two], p[two], ELMCOUNT(two), 2, 100)",
    { "a[first]": 75, "a[second]": 25 },
  ],
  [
    "MARKETP and ALLOC P",
    "mp = MARKETP(r[first], p[first], 2, 2, 100) ~~| a[two] = ALLOC P(r[two], p[two], 2, mp)",
    { mp: 1.5, "a[first]": 75, "a[second]": 25 },
  ],
  [
    // 25 (7 - p) = 12.5 (p - 3) at p = 17/3.
    "FIND MARKET PRICE, DEMAND AT PRICE and SUPPLY AT PRICE",
    `q[first] = 100 ~~| s[second] = 50 ~~| dc[first, pprofile] = 1, 5, 4, 0 ~~| sc[second, pprofile] = 1, 5, 4, 0 ~~|
    price = FIND MARKET PRICE(q[first], dc[first, ptype], s[second], sc[second, ptype]) ~~|
    bought = DEMAND AT PRICE(q[first], dc[first, ptype], price) ~~| sold = SUPPLY AT PRICE(s[second], sc[second, ptype], price)`,
    { price: 17 / 3, bought: 100 / 3, sold: 100 / 3 },
  ],
  [
    "FIND MARKET PRICE: what is fixed is sold at any price",
    `q[first] = 100 ~~| s[second] = 25 ~~| dc[first, pprofile] = 1, 5, 4, 0 ~~| sc[second, pprofile] = 0, 5, 4, 0 ~~|
    price = FIND MARKET PRICE(q[first], dc[first, ptype], s[second], sc[second, ptype])`,
    { price: 6 },
  ],
  ...(
    [
      // Where nothing is asked for, the lower end of what is offered: five widths of a normal curve, at least 0.05, ten of an exponential one.
      ["no demand, a normal supply", "0", "3, 7, 0.01", 6.75],
      ["no demand, an exponential supply", "0", "4, 7, 2", -13],
      ["more demand than supply", "99", "3, 7, 2", 17],
      ["all fixed", "10", "0, 7, 2", 0],
    ] as const
  ).map(
    ([what, asked, offered, price]) =>
      [
        `FIND MARKET PRICE: ${what}`,
        `q[first] = ${asked} ~~| s[second] = 25 ~~| dc[first, pprofile] = 0, 5, 4, 0 ~~| sc[second, pprofile] = ${offered}, 0 ~~|
        price = FIND MARKET PRICE(q[first], dc[first, ptype], s[second], sc[second, ptype])`,
        { price },
      ] as const,
  ),
] as const) {
  const model = () => modelOf(`${given}${equations} ~~|${times(0, 1, 1)}`);
  test(what, () => {
    const run = runBoth(model());
    for (const [name, value] of Object.entries<number>(want))
      expect(columnOf(run, name)[0], name).toBeCloseTo(value, 9);
  });
  test(`${what}: in futures that differ`, () => expectAgreement(model()));
}

test("what is handed out is what there is, whatever the curves", () => {
  const curves = "c[branch, pprofile] = 2, 5, 2, 0; 3, 6, 1, 0; 4, 4, 3, 0; ~~| have = 31 * Time ~~|";
  const model = modelOf(
    `${given}${curves}a[branch] = ALLOCATE AVAILABLE(demand[branch], c[branch, ptype], have) ~~| t = SUM(a[branch!]) ~~|${times(0, 49, 7)}`,
  );
  const run = runBoth(model);
  for (const [i, total] of columnOf(run, "t").entries()) expect(total).toBeCloseTo(31 * 7 * i, 9);
});
