import type { Element } from "../element/element.ts";
import type { Reach } from "./address.ts";
import type { Routine } from "./routine.ts";
import type { Statement } from "./statement.ts";

/** Neighbours in a variable that are neighbours among the outputs. */
interface Run {
  readonly first: Element;
  readonly column: number;
  readonly length: number;
}

// Shorter runs are written one by one, which lets them come from where they were computed.
const shortestLoop = 8;

// More are written from memory, by loops over lists of places, so that the code does not grow with their number. Fewer come from
// where they were computed.
const mostWrittenOut = 64;

/** Writes the outputs of a moment. */
export function saveStatements(routine: Routine, outputs: readonly Element[]): readonly Statement[] {
  const runs = runsOf(outputs);
  if (outputs.length <= mostWrittenOut) return runs.flatMap((run) => writtenOut(routine, run));
  const [long, short] = [true, false].map((isLong) => runs.filter(({ length }) => length >= shortestLoop === isLong));
  return [...long!.flatMap((run) => inLoop(routine, run)), ...listedSaves(routine, short!)];
}

function listedSaves(routine: Routine, runs: readonly Run[]): readonly Statement[] {
  const places = runs.flatMap(({ first, column, length }) =>
    Array.from({ length }, (_, i) => ({
      ...routine.placeOf({ variable: first.variable, offset: first.offset + i }),
      column: column + i,
    })),
  );
  return (["constant", "shared", "frame"] as const).flatMap((space) => {
    const here = places.filter((place) => place.space === space);
    if (here.length === 0) return [];
    const loop = routine.loop(here.length);
    const list = routine.list(here.map(({ column }) => column * 8));
    const offsets = routine.list(here.map(({ offset }) => offset));
    const node = routine.maker.load({ space, offset: 0, steps: [{ kind: "listed", loop, list: offsets }] });
    return [{ kind: "loop", loop, body: [{ kind: "save", column: { kind: "listed", list, loop }, node }] }];
  });
}

function writtenOut(routine: Routine, run: Run): readonly Statement[] {
  const { first, column, length } = run;
  if (length >= shortestLoop) return inLoop(routine, run);
  return Array.from({ length }, (_, i) => saveOne(routine, first.variable, first.offset + i, column + i));
}

function inLoop(routine: Routine, { first, column, length }: Run): readonly Statement[] {
  const loop = routine.loop(length);
  const by = Array.from({ length }, (_, i) => i);
  const node = read(routine, first.variable, { offset: first.offset, moves: [{ loop, by }] });
  return [{ kind: "loop", loop, body: [{ kind: "save", column: { kind: "even", column, loop }, node }] }];
}

function saveOne(routine: Routine, variable: Element["variable"], offset: number, column: number): Statement {
  return { kind: "save", column: { kind: "one", column }, node: read(routine, variable, { offset, moves: [] }) };
}

const read = (routine: Routine, variable: Element["variable"], reach: Reach) =>
  routine.reading.variable(variable, reach, { turns: [], within: undefined, written: new Set() });

function runsOf(outputs: readonly Element[]): readonly Run[] {
  const runs: { first: Element; column: number; length: number }[] = [];
  for (const [column, element] of outputs.entries()) {
    const last = runs.at(-1);
    const follows = last?.first.variable === element.variable && last.first.offset + last.length === element.offset;
    if (last !== undefined && follows) last.length++;
    else runs.push({ first: element, column, length: 1 });
  }
  return runs;
}
