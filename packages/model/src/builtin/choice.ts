import { pure } from "./pure.ts";
import { apply } from "./term.ts";
import { asFirst } from "./unit-rules.ts";

export const ifThenElse = pure({
  id: "if-then-else",
  names: { vensim: "IF THEN ELSE", xmile: "IF THEN ELSE" },
  args: ["condition", "when true", "when false"],
  units: ([condition, whenTrue, whenFalse], check) => {
    check.dimensionless(condition, 0);
    return check.same(whenTrue, whenFalse);
  },
  meaning: (condition, whenTrue, whenFalse) => apply.select(apply.truthOf(condition), whenTrue, whenFalse),
  says: "The second argument where the first is true (not 0), else the third.",
  source: "vensim.com/documentation/fn_if_then_else.html; XMILE 1.0, 3.3.2",
  cases: [
    [[1, 3, 4], 3],
    [[0, 3, 4], 4],
    [[-0, 3, Number.NaN], Number.NaN],
    [[0.1, 3, Number.NaN], 3],
  ],
});

export const game = pure({
  id: "game",
  names: { vensim: "GAME" },
  args: ["x"],
  units: asFirst,
  meaning: (x) => x,
  says: "x: outside a game it changes nothing.",
  source: "vensim.com/documentation/fn_game.html",
  cases: [[[-0], -0]],
});
