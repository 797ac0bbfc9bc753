import type { RowTable } from "./row-table.ts";
import type { SaltelliBlocks } from "./saltelli-blocks.ts";
import { indicesOf, isConstant, rowTable, type SobolIndices, sobolIndices, unknownIndices } from "./sobol.ts";
import type { SobolOptions } from "./sobol-index.ts";

export interface SobolSeries {
  /** Indices at each time. Shape [times]. */
  readonly at: readonly SobolIndices[];
  /** Indices of the series as a whole. */
  readonly whole: SobolIndices;
}

/**
 * Sobol' indices over time, and those of the whole series: the indices at each time, averaged with the variance at that time as
 * weight, so that a time at which nothing is in doubt counts for nothing.
 * @param times  shape [times], the same base rows in each (`saltelliSeries`), all in the same unit
 * Source: Lamboni, Monod & Makowski 2011, Reliab. Eng. Syst. Saf. 96, 450-459; Gamboa, Janon, Klein & Lagnoux 2014, Electron. J.
 * Stat. 8, 575-603.
 */
export function sobolSeries(times: readonly SaltelliBlocks[], options: SobolOptions): SobolSeries {
  const inputs = times[0]?.ab.length ?? 0;
  const moving = times.filter((blocks) => !isConstant(blocks));
  return {
    at: times.map((blocks) => sobolIndices(blocks, options)),
    whole: moving.length === 0 ? unknownIndices(inputs) : indicesOf(summedTable(moving), inputs, options),
  };
}

/**
 * Numerators and variance of all times, added up row by row. Each time is centred by its own mean, which a resample keeps: so
 * the columns that would correct the centre stay 0.
 */
function summedTable(times: readonly SaltelliBlocks[]): RowTable {
  const [first, ...rest] = times.map((blocks) => rowTable(blocks));
  const { rows, width, cells } = first!;
  for (const table of rest) for (let i = 0; i < cells.length; i++) cells[i]! += table.cells[i]!;
  for (let row = 0; row < rows; row++) for (let i = 0; i < width; i++) if (isCentring(i)) cells[row * width + i] = 0;
  return { rows, width, cells };
}

/** The columns f(A) + f(B) and f(AB) - f(A) of `rowTable`. */
function isCentring(column: number): boolean {
  return column === 0 || (column >= 2 && (column - 2) % 3 === 1);
}
