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
  return outputs.length > mostWrittenOut ? listedSaves(routine, outputs) : writtenOut(routine, outputs);
}

function listedSaves(routine: Routine, outputs: readonly Element[]): readonly Statement[] {
  const places = outputs.map((element, column) => ({ ...routine.placeOf(element), column }));
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

/** In a loop where many lie side by side. */
function writtenOut(routine: Routine, outputs: readonly Element[]): readonly Statement[] {
  return runsOf(outputs).flatMap(({ first, column, length }) => {
    if (length < shortestLoop)
      return Array.from({ length }, (_, i) => saveOne(routine, first.variable, first.offset + i, column + i));
    return routine.nest([{ size: length }], ([turn]) => {
      if (typeof turn !== "object") return [];
      const by = Array.from({ length }, (_, i) => i);
      const node = read(routine, first.variable, { offset: first.offset, moves: [{ loop: turn, by }] });
      return [{ kind: "save", column: { kind: "even", column, loop: turn }, node }];
    });
  });
}

function saveOne(routine: Routine, variable: Element["variable"], offset: number, column: number): Statement {
  return { kind: "save", column: { kind: "one", column }, node: read(routine, variable, { offset, moves: [] }) };
}

const read = (routine: Routine, variable: Element["variable"], reach: Reach) =>
  routine.reading.variable(variable, reach, { turns: [], within: undefined, written: new Set() });

function runsOf(outputs: readonly Element[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [column, element] of outputs.entries()) {
    const last = runs.at(-1);
    const follows = last?.first.variable === element.variable && last.first.offset + last.length === element.offset;
    if (last !== undefined && follows) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ first: element, column, length: 1 });
  }
  return runs;
}
