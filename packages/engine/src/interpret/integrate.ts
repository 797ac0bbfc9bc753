import type { IntegrationMethod } from "@sequitur/model";
import { offsetAt, turnCount, turnsOf } from "../element/element.ts";
import { afterAdaptiveStep } from "./adaptive-step.ts";
import { evaluate } from "./evaluate.ts";
import type { Memory } from "./memory.ts";

/**
 * Moves every stock by one step of length h. Euler's method; RK2 as the midpoint method (vensim.com/documentation/rungekutta.html:
 * a half step, and with the rates found there a whole one) and as Heun's; RK4 as the classical method (Hairer, Nørsett & Wanner 1993, II.1).
 *
 *     Euler   s + h k1                                k1 = f(t, s)
 *     RK2     s + h k2                                k2 = f(t + h/2, s + (h/2) k1)
 *     Heun    s + (h/2) (k1 + k2)                     k2 = f(t + h, s + h k1)
 *     RK4     s + (h/6) (((k1 + 2 k2) + 2 k3) + k4)   k3 = f(t + h/2, s + (h/2) k2), k4 = f(t + h, s + h k3)
 *
 * RK45 is that of `schedule/adaptive-step.ts`.
 *
 * @param computeAt  computes everything else for the stocks as they are, that part of a step after its start
 */
export function integrate(memory: Memory, step: number, computeAt: (part: number) => void): void {
  const stocks = stockElements(memory);
  const start = stocks.map(({ values, offset }) => values[offset]!);
  const rates = () => stocks.map(({ rate }) => rate());
  const move = (by: number, rate: readonly number[]) => {
    for (const [i, { values, offset }] of stocks.entries()) values[offset] = start[i]! + by * rate[i]!;
  };
  const ratesAfter = (part: number, by: number, rate: readonly number[]) => {
    move(by, rate);
    computeAt(part);
    return rates();
  };
  const put = (row: Rates) => {
    for (const [i, { values, offset }] of stocks.entries()) values[offset] = row[i]!;
  };
  const ratesAt = (part: number, row: Rates) => {
    put(row);
    computeAt(part);
    return rates();
  };
  const { method } = memory.model.simulation;
  if (method === "rk45") put(afterAdaptiveStep({ start, rates: rates(), length: step, ratesAt }));
  else wholeSteps[method](step, rates(), ratesAfter, move);
}

type Rates = readonly number[];
type WholeStep = (
  h: number,
  k1: Rates,
  ratesAfter: (part: number, by: number, rate: Rates) => Rates,
  move: (by: number, rate: Rates) => void,
) => void;

const wholeSteps: Readonly<Record<Exclude<IntegrationMethod, "rk45">, WholeStep>> = {
  euler: (h, k1, _, move) => move(h, k1),
  rk2: (h, k1, ratesAfter, move) => move(h, ratesAfter(0.5, h / 2, k1)),
  heun: (h, k1, ratesAfter, move) => {
    const k2 = ratesAfter(1, h, k1);
    move(
      h / 2,
      k1.map((k, i) => k + k2[i]!),
    );
  },
  rk4: (h, k1, ratesAfter, move) => {
    const k2 = ratesAfter(0.5, h / 2, k1);
    const k3 = ratesAfter(0.5, h / 2, k2);
    const k4 = ratesAfter(1, h, k3);
    const sum = k1.map((k, i) => k + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
    move(h / 6, sum);
  },
};

/** One element of a stock: where its value is, and what changes it. */
interface StockElement {
  readonly values: Float64Array;
  readonly offset: number;
  readonly rate: () => number;
}

function stockElements(memory: Memory): readonly StockElement[] {
  const { model, values } = memory;
  const elements: StockElement[] = [];
  for (const { definition, loops, variable, at } of model.equations) {
    if (definition.kind !== "stock") continue;
    for (let turn = 0; turn < turnCount(loops); turn++) {
      const turns = turnsOf(loops, turn);
      const offset = offsetAt(model.variables[variable]!.axes, at, turns);
      elements.push({ values: values[variable]!, offset, rate: () => evaluate(definition.rate, turns, memory) });
    }
  }
  return elements;
}
