import { type DistributionRule, problem, within } from "./distribution.ts";

export interface Empirical {
  /** What was seen, in any order; a value that was seen twice weighs twice. */
  readonly values: readonly number[];
}

export const empirical: DistributionRule<Empirical> = {
  says: "As the values that were seen: between two that are next to each other, each place is as likely; nothing lies outside of them (Hyndman & Fan 1996, type 7).",
  check({ values }) {
    if (values.length > 0 && values.every(Number.isFinite)) return undefined;
    return problem("The values that were seen are not one or more finite numbers.", "List at least one number.");
  },
  ends: ({ values }) => ({ low: Math.min(...values), high: Math.max(...values) }),
  // Two values that are the same are a share, and what lies between others a density: neither holds for all.
  density: () => undefined,
  open({ values }) {
    const sorted = Float64Array.from(values).sort();
    const last = sorted.length - 1;
    return (u) => {
      const place = Math.min(Math.floor(u * last), Math.max(0, last - 1));
      const [below, above] = [sorted[place]!, sorted[Math.min(place + 1, last)]!];
      return within(below + (u * last - place) * (above - below), below, above);
    };
  },
};
