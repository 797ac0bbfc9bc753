import type { Verdict } from "../finding/findings.ts";

/**
 * The words for a share of futures. They mirror each other: what holds in "few" futures fails in "most".
 * "All" and "none" are of the futures examined, without exception.
 */
export function verdictOf(holding: number, examined: number): Verdict {
  const share = holding / examined;
  if (holding === examined) return "all";
  if (share >= 0.9) return "nearly-all";
  if (share >= 0.6) return "most";
  if (share > 0.4) return "about-half";
  if (share > 0.1) return "few";
  return holding > 0 ? "almost-none" : "none";
}
