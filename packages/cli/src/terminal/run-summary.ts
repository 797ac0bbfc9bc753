import type { RunTable } from "../file/run-file.ts";
import { sparkline } from "./sparkline.ts";

/** Each variable on a line: its name, its course, its first and last value. Those that never change come last. */
export function runSummary(run: RunTable): string {
  const rows = run.names.map((name, column) => ({ name, series: columnOf(run, column) }));
  const moving = rows.filter(({ series }) => series.some((value) => value !== series[0]));
  const still = rows.filter((row) => !moving.includes(row));
  const width = Math.min(40, Math.max(...rows.map(({ name }) => name.length)));
  return [
    `${run.times.length} save points, ${run.times[0]} to ${run.times.at(-1)}`,
    ...moving.map(
      ({ name, series }) =>
        `${label(name, width)}  ${sparkline(series, 30)}  ${short(series[0]!)} → ${short(series.at(-1)!)}`,
    ),
    ...still.map(({ name, series }) => `${label(name, width)}  ${short(series[0]!)}`),
  ].join("\n");
}

function columnOf({ names, times, values }: RunTable, column: number): readonly number[] {
  return times.map((_, row) => values[row * names.length + column]!);
}

function label(name: string, width: number): string {
  return name.length > width ? `${name.slice(0, width - 1)}…` : name.padEnd(width);
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
