import { type Diagnostic, type Outcome, type Source, span } from "@sequitur/model";
import { report } from "./diagnostics.ts";

/** A series as observed: `times` rise, in the model's unit of time. */
export interface Observations {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** Reads a table of two columns, `time,value`. Lines with nothing on them are passed over. */
export function readObservations(source: Source): Outcome<Observations> {
  const times: number[] = [];
  const values: number[] = [];
  const diagnostics: Diagnostic[] = [];
  const fault = (line: Line, problem: string) =>
    diagnostics.push(
      report("bad-table", span(source, line.start, line.start + Math.max(1, line.text.length)), { problem }),
    );
  const [head, ...rows] = linesOf(source);
  if (head === undefined || !/^"?time"?\s*,\s*"?value"?$/iu.test(head.text))
    fault(head ?? { start: 0, text: "" }, "The columns are not called time and value.");
  for (const row of rows) {
    const [time, value, ...rest] = row.text.split(",").map(numberOf);
    if (time === undefined || value === undefined || rest.length > 0) fault(row, "This is not a time and a value.");
    else if (time <= (times.at(-1) ?? Number.NEGATIVE_INFINITY))
      fault(row, `Time ${time} does not come after the one before it.`);
    else {
      times.push(time);
      values.push(value);
    }
  }
  return { value: { times, values }, diagnostics };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf({ text, lineStarts }: Source): readonly Line[] {
  return lineStarts
    .map((start, i) => ({ start, text: text.slice(start, lineStarts[i + 1] ?? text.length).trim() }))
    .filter((line) => line.text !== "");
}

function numberOf(cell: string): number | undefined {
  const text = cell.trim().replace(/^"(.*)"$/u, "$1");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(text) ? Number(text) : undefined;
}
