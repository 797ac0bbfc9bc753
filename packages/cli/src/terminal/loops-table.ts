import { loopText } from "./loop-text.ts";
import { sparkline } from "./sparkline.ts";

/** A loop and what it does along a run. */
export interface LoopRow {
  readonly variables: readonly string[];
  /** Mean of its absolute part, from 0 to 1. */
  readonly part: number;
  /** 1 where it mostly reinforces, -1 where it mostly balances, 0 where it does nothing. */
  readonly sign: number;
  /** From -1 to 1, at each time. */
  readonly parts: readonly number[];
}

interface Loops {
  readonly times: readonly number[];
  readonly complete: boolean;
  readonly loops: readonly LoopRow[];
}

const signs = { "1": "reinforces", "-1": "balances", "0": "rests" } as const;

/** One loop a line, the strongest first: its mean part, its way through the run, and its variables. */
export function loopsTable({ times, complete, loops }: Loops, top: number): string {
  const counted = loops.length === 1 ? "1 loop" : `${loops.length} loops`;
  const told = complete ? counted : `${counted}, the strongest found`;
  const rest = loops.length > top ? [`and ${loops.length - top} more (--top ${loops.length}, or --json)`] : [];
  return [`${told}; from ${times[0]} to ${times.at(-1)}`, ...loops.slice(0, top).map(rowText), ...rest].join("\n");
}

function rowText({ variables, part, sign, parts }: LoopRow): string {
  const kind = signs[String(Math.sign(sign)) as keyof typeof signs];
  const course = sparkline(
    parts.map((value) => (Number.isNaN(value) ? 0 : Math.abs(value))),
    30,
  );
  return `${String(Math.round(part * 100)).padStart(3)} %  ${kind.padEnd(10)}  ${course}  ${loopText(variables, 8)}`;
}
