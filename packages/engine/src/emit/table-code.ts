import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import type { Pieces } from "../lookup/pieces.ts";
import { tableRecord } from "../plan/constant-area.ts";

// A longer table is searched for in memory, lane by lane: counting costs some three operations a break, halving some ten.
const mostBreaksCounted = 24;

/** How a table that is known is read: what is fast depends on how many pieces it has, what comes out does not. */
export function tableForm({ breaks }: Pieces): "chosen" | "counted" | "searched" {
  if (breaks.length < 2) return "chosen";
  return breaks.length <= mostBreaksCounted ? "counted" : "searched";
}

type PushNumber = (value: number) => void;

/** Reads a table of one or two pieces. */
export function writeChosen(f: FunctionBuilder, pieces: Pieces, number: PushNumber, pushX: () => void): void {
  const x = heldX(f, pieces, number, pushX);
  const choose = ([first, second]: readonly number[]) => {
    if (second !== undefined && !Object.is(first, second)) number(second);
    number(first!);
    if (second === undefined || Object.is(first, second)) return;
    passedBreak(f, x, pieces.breaks[0]!, pieces.open, number);
    f.op("v128.bitselect");
  };
  choose(pieces.slope);
  f.get(x);
  choose(pieces.x0);
  f.op("f64x2.sub");
  f.op("f64x2.mul");
  choose(pieces.y0);
  f.op("f64x2.add");
}

/**
 * Reads a table of a few pieces: counts in both lanes how many breaks are passed, without a branch, then lets each lane take its
 * row of the table's record.
 * @param rows  the address of the first row
 */
export function writeCounted(
  f: FunctionBuilder,
  pieces: Pieces,
  rows: number,
  number: PushNumber,
  pushX: () => void,
): void {
  const x = heldX(f, pieces, number, pushX);
  const [first, second] = countPassed(f, pieces, x, number);
  const [pointA, pointB] = [first, second].map((row) => loaded(f, row, rows)) as [Local, Local];
  f.get(second);
  f.get(first);
  f.access("v128.load64_zero", rows + 16);
  f.accessLane("v128.load64_lane", 1, rows + 16);
  f.get(x);
  pair(f, pointA, pointB, 0);
  f.op("f64x2.sub");
  f.op("f64x2.mul");
  pair(f, pointA, pointB, 1);
  f.op("f64x2.add");
}

/** How far each lane's row is from the first, in bytes. */
function countPassed(
  f: FunctionBuilder,
  { breaks, open }: Pieces,
  x: Local,
  number: PushNumber,
): readonly [Local, Local] {
  const count = f.local("v128");
  f.i64x2(0n);
  for (const at of breaks) {
    passedBreak(f, x, at, open, number);
    // A lane that is true is all ones, which is -1.
    f.op("i64x2.sub");
  }
  f.set(count);
  return [0, 2].map((lane) => {
    const row = f.local("i32");
    f.get(count);
    f.lane("i32x4.extract_lane", lane);
    f.i32(31 - Math.clz32(tableRecord.rowBytes));
    f.op("i32.shl");
    f.set(row);
    return row;
  }) as [Local, Local];
}

/** The point x0, y0 of a row. */
function loaded(f: FunctionBuilder, row: Local, rows: number): Local {
  const point = f.local("v128");
  f.get(row);
  f.access("v128.load", rows);
  f.set(point);
  return point;
}

/** The same half of two vectors, side by side. */
function pair(f: FunctionBuilder, a: Local, b: Local, half: 0 | 1): void {
  f.get(a);
  f.get(b);
  f.shuffle64(half, half + 2);
}

/** `held` of `Pieces`. */
function heldX(f: FunctionBuilder, { low, high }: Pieces, number: PushNumber, pushX: () => void): Local {
  const x = f.local("v128");
  pushX();
  number(low);
  f.op("f64x2.pmax");
  number(high);
  f.op("f64x2.pmin");
  f.set(x);
  return x;
}

function passedBreak(f: FunctionBuilder, x: Local, at: number, open: boolean, number: PushNumber): void {
  f.get(x);
  number(at);
  f.op(open ? "f64x2.gt" : "f64x2.ge");
}

/** The functions that search a table's record in memory, lane by lane: `(record: i32, x: v128) -> v128`. */
export class TableSearch {
  readonly #module: ModuleBuilder;
  readonly #constantBase: number;
  readonly #functions = new Map<boolean, FunctionHandle>();

  /** @param constantBase  where constant memory begins, to which a record's offset is relative */
  constructor(module: ModuleBuilder, constantBase: number) {
    this.#module = module;
    this.#constantBase = constantBase;
  }

  /** @param open  as `Pieces` has it */
  of(open: boolean): FunctionHandle {
    const known = this.#functions.get(open);
    if (known !== undefined) return known;
    const f = this.#module.function(open ? "searchOpen" : "search", { params: ["i32", "v128"], results: ["v128"] });
    this.#functions.set(open, f);
    writeSearch(f, this.#constantBase, open);
    return f;
  }
}

function writeSearch(f: FunctionBuilder, base: number, open: boolean): void {
  const [record, xs] = f.params as [Local, Local];
  const x = f.local("v128");
  f.get(xs);
  f.get(record);
  f.access("v128.load64_splat", base + tableRecord.low);
  f.op("f64x2.pmax");
  f.get(record);
  f.access("v128.load64_splat", base + tableRecord.high);
  f.op("f64x2.pmin");
  f.set(x);
  const result = f.local("v128");
  for (const lane of [0, 1] as const) {
    const held = f.local("f64");
    f.get(x);
    f.lane("f64x2.extract_lane", lane);
    f.set(held);
    const row = searchRow(f, record, held, base, open);
    f.get(result);
    readRow(f, row, held, base);
    f.lane("f64x2.replace_lane", lane);
    f.set(result);
  }
  f.get(result);
}

/** The address of the row of the piece that holds x, found by halving. */
function searchRow(f: FunctionBuilder, record: Local, x: Local, base: number, open: boolean): Local {
  const [low, high, middle, breaks] = ["low", "high", "middle", "breaks"].map(() => f.local("i32")) as [
    Local,
    Local,
    Local,
    Local,
  ];
  f.i32(0);
  f.set(low);
  f.get(record);
  f.access("f64.load", base + tableRecord.breakCount);
  f.op("i32.trunc_sat_f64_s");
  f.tee(high);
  // The breaks stand behind the rows, of which there is one more.
  f.i32(1);
  f.op("i32.add");
  f.i32(tableRecord.rowBytes);
  f.op("i32.mul");
  f.get(record);
  f.op("i32.add");
  f.set(breaks);
  f.block((found) => {
    f.loop((again) => {
      f.get(low);
      f.get(high);
      f.op("i32.ge_u");
      f.brIf(found);
      f.get(low);
      f.get(high);
      f.op("i32.add");
      f.i32(1);
      f.op("i32.shr_u");
      f.set(middle);
      f.get(breaks);
      f.get(middle);
      f.i32(3);
      f.op("i32.shl");
      f.op("i32.add");
      f.access("f64.load", base + tableRecord.rows);
      f.get(x);
      f.op(open ? "f64.lt" : "f64.le");
      f.if(
        () => {
          f.get(middle);
          f.i32(1);
          f.op("i32.add");
          f.set(low);
        },
        () => {
          f.get(middle);
          f.set(high);
        },
      );
      f.br(again);
    });
  });
  f.get(record);
  f.get(low);
  f.i32(tableRecord.rowBytes);
  f.op("i32.mul");
  f.op("i32.add");
  f.set(low);
  return low;
}

/** y0 + slope * (x - x0) */
function readRow(f: FunctionBuilder, row: Local, x: Local, base: number): void {
  f.get(row);
  f.access("f64.load", base + tableRecord.rows + 8);
  f.get(row);
  f.access("f64.load", base + tableRecord.rows + 16);
  f.get(x);
  f.get(row);
  f.access("f64.load", base + tableRecord.rows);
  f.op("f64.sub");
  f.op("f64.mul");
  f.op("f64.add");
}
