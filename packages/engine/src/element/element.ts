import type { Axis, Index, Model, Variable, VariableId } from "@sequitur/model";

/** One number of a model: a variable, and which of its elements (row by row, last axis fastest). */
export interface Element {
  readonly variable: VariableId;
  readonly offset: number;
}

/** How many elements a variable has; 1 for a scalar. */
export function sizeOf({ axes }: Variable): number {
  return axes.reduce((size, axis) => size * axis.elements.length, 1);
}

/** How far apart neighbours on each axis are. */
export function stridesOf(axes: readonly Axis[]): readonly number[] {
  return axes.map((_, i) => axes.slice(i + 1).reduce((size, axis) => size * axis.elements.length, 1));
}

/** As Vensim prints it: `Work Force[a,b]`. */
export function elementName(model: Model, { variable, offset }: Element): string {
  const { name, axes } = model.variables[variable]!;
  if (axes.length === 0) return name;
  const strides = stridesOf(axes);
  const subscripts = axes.map(({ elements }, i) => elements[Math.floor(offset / strides[i]!) % elements.length]!);
  return `${name}[${subscripts.join(",")}]`;
}

/** Where a reference points, for the given turns of the loops around it. */
export function offsetAt(axes: readonly Axis[], at: readonly Index[], turns: readonly number[]): number {
  let offset = 0;
  for (const [i, index] of at.entries()) offset = offset * axes[i]!.elements.length + positionAt(index, turns);
  return offset;
}

export function positionAt(index: Index, turns: readonly number[]): number {
  return index.kind === "fixed" ? index.position : index.positions[turns[index.loop]!]!;
}

/** The turns of some loops, row by row: `turnsOf(loops, 0)` is all zeros. */
export function turnsOf(loops: readonly { readonly size: number }[], turn: number): readonly number[] {
  const turns: number[] = [];
  let rest = turn;
  for (let i = loops.length - 1; i >= 0; i--) {
    turns[i] = rest % loops[i]!.size;
    rest = Math.floor(rest / loops[i]!.size);
  }
  return turns;
}

export function turnCount(loops: readonly { readonly size: number }[]): number {
  return loops.reduce((count, { size }) => count * size, 1);
}
