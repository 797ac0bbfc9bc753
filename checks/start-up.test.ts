import { expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

// How a run begins where equations need each other at the start. Each column is worked out by hand, in Euler steps of 1.
for (const [what, equations, name, want] of [
  [
    // x begins at 10, which the smooth needs; then x = 2 s + 1, s = 10, 10 + (21 - 10) / 2 …
    "a smooth fed by what depends on it, begun by ACTIVE INITIAL",
    "x = ACTIVE INITIAL(2 * s + 1, 10) ~~| s = SMOOTH(x, 2) ~~|",
    "s",
    [10, 15.5, 15.5 + (32 - 15.5) / 2, 23.75 + (48.5 - 23.75) / 2],
  ],
  [
    // Both saved at time 0: the active part there, the initial part only where initial values ask for it.
    "ACTIVE INITIAL shows its active part from the first moment on",
    "x = ACTIVE INITIAL(2 * s + 1, 10) ~~| s = SMOOTH(x, 2) ~~|",
    "x",
    [21, 32, 48.5, 2 * 36.125 + 1],
  ],
  [
    // Contents 10 · 2 = 20; out 20 / 2 = 10, then (20 + 21 - 10) / 2 = 15.5 …
    "a delay fed by what depends on it",
    "x = ACTIVE INITIAL(2 * d + 1, 10) ~~| d = DELAY1(x, 2) ~~|",
    "d",
    [10, 15.5, (31 + 32 - 15.5) / 2, (47.5 + 48.5 - 23.75) / 2],
  ],
  [
    // A third-order delay of 3 is three stocks of 4 each, that hand on all they hold.
    "a third-order delay begun by ACTIVE INITIAL hands on what came three steps before",
    "x = ACTIVE INITIAL(d + 1, 4) ~~| d = DELAY3(x, 3) ~~|",
    "d",
    [4, 4, 4, 5],
  ],
  [
    "initial values through a chain: a stock of what INITIAL holds of what an ACTIVE INITIAL begins with",
    "x = ACTIVE INITIAL(s * 3, 5) ~~| i = INITIAL(x + 1) ~~| s = INTEG(1, i) ~~|",
    "s",
    [6, 7, 8, 9],
  ],
  [
    // SMOOTHI breaks the loop by itself: s = 1, 1 + (2 - 1) / 2, 1.5 + (2.5 - 1.5) / 2 …
    "a smooth with its own initial value needs no ACTIVE INITIAL",
    "x = s + 1 ~~| s = SMOOTHI(x, 2, 1) ~~|",
    "s",
    [1, 1.5, 2, 2.5],
  ],
  [
    // Two stocks that begin by each other's equations in a row, not in a circle.
    "a stock that begins at another's initial value",
    "a = INTEG(b, 2) ~~| b = INTEG(a, a * 2) ~~|",
    "b",
    [4, 6, 12, 24],
  ],
  [
    "a fixed delay begun by ACTIVE INITIAL",
    "x = ACTIVE INITIAL(d * 2, 3) ~~| d = DELAY FIXED(x, 1, x) ~~|",
    "d",
    [3, 6, 12, 24],
  ],
] as const)
  test(what, () => {
    const run = runBoth(modelOf(`${equations} ${times(0, 3, 1)}`));
    expect(columnOf(run, name)).toEqual(want);
  });
