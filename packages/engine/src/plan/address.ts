import type { Axis, Index } from "@sequitur/model";
import { stridesOf } from "../element/element.ts";
import type { ConstantArea } from "./constant-area.ts";

/** A loop in the code to come. Loops that stand inside each other have rising levels, from 1; 0 is outside of all. */
export interface CodeLoop {
  readonly id: number;
  readonly size: number;
  readonly level: number;
}

/**
 * The three parts of memory: what never changes (doubles of 8 bytes, read into both lanes), what changes from moment to moment
 * but is the same in all futures, and a frame for each pair of futures (both 16 bytes a value, a future in each lane).
 */
export type Space = "constant" | "shared" | "frame";

export const valueBytes = (space: Space): number => (space === "constant" ? 8 : 16);

/** Where a value is: bytes from the start of its space, and further by the turns of some loops. */
export interface Address {
  readonly space: Space;
  readonly offset: number;
  readonly steps: readonly AddressStep[];
}

export type AddressStep =
  /** So many bytes further at each turn. */
  | { readonly kind: "even"; readonly loop: CodeLoop; readonly bytes: number }
  /** As a list of 32-bit integers in constant memory says, one a turn. */
  | { readonly kind: "listed"; readonly loop: CodeLoop; readonly list: number }
  /** As a 32-bit integer in shared memory says at this moment, whose place is given by an address. */
  | { readonly kind: "moving"; readonly cursor: number };

export function addressKey({ space, offset, steps }: Address): string {
  return `${space}${offset}${steps.map(stepKey).join("")}`;
}

function stepKey(step: AddressStep): string {
  switch (step.kind) {
    case "even":
      return `+${step.loop.id}*${step.bytes}`;
    case "listed":
      return `+${step.loop.id}@${step.list}`;
    case "moving":
      return `+~${step.cursor}`;
  }
}

/** The innermost loop that an address moves with. */
export function addressLevel({ steps }: Address): number {
  return Math.max(0, ...steps.map((step) => (step.kind === "moving" ? 0 : step.loop.level)));
}

/** A turn of a loop of an equation: of a loop in the code, or a certain one. */
export type Turn = CodeLoop | number;

/** How far into an array a reference points, in elements: a part that is known, and a part that moves with loops. */
export interface Reach {
  readonly offset: number;
  readonly moves: readonly { readonly loop: CodeLoop; readonly by: readonly number[] }[];
}

/** Where `at` points on `axes`, for the turns that are known and the loops that are in the code. */
export function reachOf(axes: readonly Axis[], at: readonly Index[], turns: readonly Turn[]): Reach {
  const strides = stridesOf(axes);
  const moves = new Map<CodeLoop, number[]>();
  let offset = 0;
  for (const [axis, index] of at.entries()) {
    const turn = index.kind === "fixed" ? 0 : turns[index.loop]!;
    if (index.kind === "fixed") offset += index.position * strides[axis]!;
    else if (typeof turn === "number") offset += index.positions[turn]! * strides[axis]!;
    else addMove(moves, turn, index.positions, strides[axis]!);
  }
  return { offset, moves: [...moves].map(([loop, by]) => ({ loop, by })) };
}

function addMove(moves: Map<CodeLoop, number[]>, loop: CodeLoop, positions: readonly number[], stride: number): void {
  const before = moves.get(loop) ?? positions.map(() => 0);
  moves.set(
    loop,
    before.map((by, turn) => by + positions[turn]! * stride),
  );
}

/** The address of what a reach points at, in an array of values of so many bytes that begins at `base`. */
export function addressOf(space: Space, base: number, reach: Reach, bytes: number, constants: ConstantArea): Address {
  let offset = base + reach.offset * bytes;
  const steps: AddressStep[] = [];
  for (const { loop, by } of reach.moves) {
    const first = by[0]!;
    const each = (by[1] ?? first) - first;
    const even = by.every((value, turn) => value === first + turn * each);
    if (even) offset += first * bytes;
    if (!even) steps.push({ kind: "listed", loop, list: constants.integers(by.map((value) => value * bytes)) });
    else if (each !== 0) steps.push({ kind: "even", loop, bytes: each * bytes });
  }
  return { space, offset, steps };
}

/** How far into a row-by-row list of all turns some turns are. */
export function turnReach(loops: readonly { readonly size: number }[], turns: readonly Turn[]): Reach {
  const moves: { loop: CodeLoop; by: readonly number[] }[] = [];
  let offset = 0;
  let stride = 1;
  for (let i = loops.length - 1; i >= 0; i--) {
    const turn = turns[i]!;
    const each = stride;
    if (typeof turn === "number") offset += turn * each;
    else moves.push({ loop: turn, by: Array.from({ length: turn.size }, (_, position) => position * each) });
    stride *= loops[i]!.size;
  }
  return { offset, moves };
}
