import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import type { Pieces } from "../lookup/pieces.ts";
import { tableRecord } from "../plan/constant-area.ts";

// A longer table is searched for in memory: choosing costs some eight operations a break, searching some fifty in all.
const mostBreaksInline = 12;

export const isInline = ({ breaks }: Pieces): boolean => breaks.length <= mostBreaksInline;

type PushNumber = (value: number) => void;

/**
 * Reads a table that is known: every piece but the first is chosen where its break is passed, by masks rather than branches,
 * so that two lanes may be in two pieces.
 */
export function writeTable(f: FunctionBuilder, pieces: Pieces, number: PushNumber, pushX: () => void): void {
  const x = heldX(f, pieces, number, pushX);
  const passed = pieces.breaks.map((at) => passedBreak(f, x, at, pieces.open, number));
  chosen(f, pieces.slope, passed, number);
  f.get(x);
  chosen(f, pieces.x0, passed, number);
  f.op("f64x2.sub");
  f.op("f64x2.mul");
  chosen(f, pieces.y0, passed, number);
  f.op("f64x2.add");
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

function passedBreak(f: FunctionBuilder, x: Local, at: number, open: boolean, number: PushNumber): Local {
  const mask = f.local("v128");
  f.get(x);
  number(at);
  f.op(open ? "f64x2.gt" : "f64x2.ge");
  f.set(mask);
  return mask;
}

/** The value of the last piece whose break is passed. */
function chosen(f: FunctionBuilder, values: readonly number[], passed: readonly Local[], number: PushNumber): void {
  number(values[0]!);
  for (const [i, mask] of passed.entries()) {
    if (Object.is(values[i + 1], values[i])) continue;
    const before = f.local("v128");
    f.set(before);
    number(values[i + 1]!);
    f.get(before);
    f.get(mask);
    f.op("v128.bitselect");
  }
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
