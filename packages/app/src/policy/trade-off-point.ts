import type { PolicySearchFinding, StudyOutline } from "@sequitur/study";
import { words } from "../language/language.ts";
import { policyLabel } from "./policy-text.ts";

/** A policy by what it gains in each goal, in futures that the search has not seen. */
export interface TradeOffPoint {
  readonly kind: "found" | "chosen" | "studied" | "own";
  readonly label: string;
  readonly gains: readonly number[];
  readonly colour: string;
  /** Position among those found. */
  readonly found: number | undefined;
}

/** Everything that is compared: what the search found, what the study has, and the reader's own where there is one. */
export function tradeOffPoints(
  study: StudyOutline,
  { found, chosen, studied }: PolicySearchFinding,
  own: readonly number[],
): readonly TradeOffPoint[] {
  const isChosen = (gains: readonly number[]) => chosen !== undefined && gains.join() === chosen.heldOutGains.join();
  return [
    ...found.map(({ heldOutGains: gains }, at): TradeOffPoint => {
      const kind = isChosen(gains) ? "chosen" : "found";
      return {
        kind,
        label: words().tradeOffs.foundOne(at + 1, found.length),
        gains,
        colour: "var(--ink-soft)",
        found: at,
      };
    }),
    ...studied.map(({ policy, gains }): TradeOffPoint => {
      const colour = `var(--policy-${study.policies.find(({ id }) => id === policy)?.colour ?? 0})`;
      return { kind: "studied", label: policyLabel(study, policy), gains, colour, found: undefined };
    }),
    ...(own.length === 0
      ? []
      : [{ kind: "own" as const, label: words().build.own, gains: own, colour: "var(--ink)", found: undefined }]),
  ];
}

/** Whether a policy is at least as bad in every goal, and worse in one. */
export function isBeaten({ gains }: TradeOffPoint, by: TradeOffPoint): boolean {
  return by.gains.every((gain, goal) => gain >= gains[goal]!) && by.gains.some((gain, goal) => gain > gains[goal]!);
}
