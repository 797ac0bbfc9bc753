import { quantilesOf } from "@sequitur/analysis";
import type { Quantiles } from "@sequitur/study";
import { fanOfRuns } from "../session/fan.ts";
import type { RunRows } from "../session/program-run.ts";
import type { FanRequest, LiveFan } from "./fan-message.ts";

/** Futures run at a time: of their many series one is kept, so that memory stays small. */
const together = 64;

export function drawnFan(run: RunRows, times: readonly number[], request: FanRequest): LiveFan {
  const current = seriesOf(run, request.current, request);
  const baseline = seriesOf(run, request.baseline, request);
  const differences = current.map((values, at) => values.at(-1)! - baseline[at]!.at(-1)!).filter(Number.isFinite);
  return {
    serial: request.serial,
    fan: fanOfRuns(current, times),
    difference: differences.length === 0 ? undefined : quantilesIn(Float64Array.from(differences)),
    futures: request.futures.length,
  };
}

function seriesOf(
  run: RunRows,
  rows: readonly (readonly number[])[],
  { series, seed, futures }: FanRequest,
): readonly Float64Array[] {
  const found: Float64Array[] = [];
  for (let from = 0; from < rows.length; from += together) {
    const noise = { seed, future: futures.slice(from, from + together) };
    for (const each of run(rows.slice(from, from + together), noise)) found.push(each[series]!);
  }
  return found;
}

function quantilesIn(values: Float64Array): Quantiles {
  const [p5, p25, p50, p75, p95] = quantilesOf(values, [0.05, 0.25, 0.5, 0.75, 0.95]);
  return { p5: p5!, p25: p25!, p50: p50!, p75: p75!, p95: p95! };
}
