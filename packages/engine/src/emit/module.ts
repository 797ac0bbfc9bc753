import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import { ModuleBuilder, pagesFor } from "../encode/module-builder.ts";
import { KernelLibrary } from "../kernel/kernel-library.ts";
import type { Plan } from "../plan/plan.ts";
import { countUses, type Statement } from "../plan/statement.ts";
import { adaptiveMoves } from "./adaptive-step.ts";
import { CodeWriter, type NodeFacts } from "./code-writer.ts";
import { type Routines, writeDriver } from "./driver.ts";
import { type FrameCode, overFrames, routineSignature, startAtRow } from "./frames.ts";
import { kernelGroups } from "./kernel-groups.ts";
import { type MemoryMap, memoryMap } from "./memory-map.ts";
import type { ModuleParts } from "./module-parts.ts";
import { placeNumbers } from "./numbers.ts";
import { moveFunctions } from "./stock-moves.ts";
import { writeStretches } from "./stretch.ts";
import { TableSearch } from "./table-code.ts";

/** A plan as WebAssembly, and where its inputs and results are. */
export interface EmittedModule {
  readonly bytes: Uint8Array;
  readonly map: MemoryMap;
}

/**
 * Writes a module with a function `run(pairs: i32)`: it takes so many pairs of futures from their rows of inputs to their
 * rows of results. Its memory is exported as `memory`.
 */
export function emitModule(plan: Plan): EmittedModule {
  const numbers = placeNumbers(plan);
  const map = memoryMap(plan);
  const module = new ModuleBuilder();
  module.memory({ pages: pagesFor(map.end) });
  module.exportMemory("memory");
  module.data(map.spaces.constant, plan.places.constants.bytes());
  module.data(map.saves, new Uint8Array(Int32Array.from([...plan.schedule.saves, -1]).buffer));
  const { moments } = plan.schedule;
  if (moments !== undefined) {
    module.data(map.moments.times, doubles(moments.times));
    module.data(map.moments.lengths, doubles(moments.lengths));
  }
  const parts: ModuleParts = {
    map,
    numbers,
    module,
    kernels: new KernelLibrary(module, map.kernels),
    search: new TableSearch(module, map.spaces.constant),
    recordOf: (pieces) => plan.places.constants.record(pieces),
    lanesAlike: plan.inputCount === 0,
    inputBytes: plan.inputCount * 8,
    resultBytes: plan.schedule.saves.length * plan.outputCount * 8,
  };
  const shared = (name: string, statements: readonly Statement[]): readonly FrameCode[] =>
    statements.length === 0 ? [] : [{ any: sharedFunction(module, name, parts, statements) }];
  const frame = (name: string, of: Partial<FrameStatements>, width = map.width): readonly FrameCode[] => {
    const statements = { before: [], save: [], after: [], ...of };
    return Object.values(statements).every(({ length }) => length === 0)
      ? []
      : [frameCode(module, name, parts, statements, width)];
  };
  const routines = (start: readonly FrameCode[]): Routines => {
    const { compute, save, commit } = plan.frame;
    const atEnd = plan.method === "euler" ? commit : [];
    const onlySaves = compute.length + atEnd.length === 0;
    return {
      start,
      moment: [
        ...shared("share moment", plan.shared.compute),
        ...(onlySaves ? [] : frame("moment", { before: compute, save, after: atEnd })),
      ],
      save: onlySaves ? frame("save", { save }) : [],
      between: [...shared("share between", plan.shared.between), ...frame("between", { before: plan.frame.between })],
      commit: [
        ...shared("share commit", plan.shared.commit),
        ...(atEnd === commit ? [] : frame("commit", { before: commit }, 1)),
      ],
      moves: moveFunctions(module, plan, map),
      adaptive: adaptiveMoves(module, map, plan.frame.stocks),
    };
  };
  const start = [...shared("share start", plan.shared.start), ...frame("start", { before: plan.frame.start }, 1)];
  const one = parts.lanesAlike && plan.method === "euler";
  const run = one ? writeStretches(plan, parts, start) : writeDriver(module, plan, map, routines(start));
  module.exportFunction("run", run);
  return { bytes: module.toBytes({ names: true }), map };
}

const doubles = (values: readonly number[]): Uint8Array => new Uint8Array(Float64Array.from(values).buffer);

function sharedFunction(
  module: ModuleBuilder,
  name: string,
  parts: ModuleParts,
  statements: readonly Statement[],
): FunctionHandle {
  const f = module.function(name, routineSignature);
  const base = { frame: undefined, inputs: undefined, results: undefined };
  new CodeWriter(f, parts, base, { uses: countUses(statements), groups: new Map() }).statements(statements);
  return f;
}

interface FrameStatements {
  readonly before: readonly Statement[];
  readonly save: readonly Statement[];
  readonly after: readonly Statement[];
}

/** Does the same for each pair of futures. */
function frameCode(
  module: ModuleBuilder,
  name: string,
  parts: ModuleParts,
  statements: FrameStatements,
  widest: number,
): FrameCode {
  const uses = countUses([...statements.before, ...statements.save, ...statements.after]);
  const write = (called: string, width: number, groups: NodeFacts["groups"]) => {
    const f = module.function(called, routineSignature);
    writeFrameFunction(f, parts, statements, { uses, groups }, width);
    return f;
  };
  const any = write(name, 1, kernelGroups(statements.before, parts.lanesAlike ? 4 : 2));
  return { any, wide: widest > 1 ? write(`${name} ${widest}`, widest, new Map()) : undefined };
}

function writeFrameFunction(
  f: FunctionBuilder,
  parts: ModuleParts,
  { before, save, after }: FrameStatements,
  facts: NodeFacts,
  width: number,
): void {
  const savedAt = f.params[2]!;
  const { map } = parts;
  const [inputBytes, resultBytes] = [parts.inputBytes * 2, parts.resultBytes * 2];
  const [frame, inputs, results] = [f.local("i32"), f.local("i32"), f.local("i32")];
  startAtRow(f, inputs, map, map.inputs, inputBytes);
  startAtRow(f, results, map, map.results, resultBytes);
  add(f, results, savedAt);
  const write = sideBySide(width, (pair) => new CodeWriter(f, parts, { frame, inputs, results }, facts, pair));
  overFrames(
    f,
    frame,
    map,
    () => {
      write(before);
      if (save.length > 0) {
        f.get(savedAt);
        f.i32(0);
        f.op("i32.ge_s");
        f.if(() => write(save));
      }
      write(after);
      move(f, inputs, inputBytes * width);
      move(f, results, resultBytes * width);
    },
    width,
  );
}

/** Writes each statement for one pair after the other: while a chain of operations of one pair waits, the others' go on. */
function sideBySide(width: number, writerOf: (pair: number) => CodeWriter): (statements: readonly Statement[]) => void {
  const writers = Array.from({ length: width }, (_, pair) => writerOf(pair));
  for (let pair = 0; pair + 1 < width; pair += 2) writers[pair]!.joinWith(writers[pair + 1]!);
  return (statements) => {
    for (const statement of statements) for (const writer of writers) writer.statements([statement]);
  };
}

function add(f: FunctionBuilder, to: Local, what: Local): void {
  f.get(to);
  f.get(what);
  f.op("i32.add");
  f.set(to);
}

function move(f: FunctionBuilder, local: Local, by: number): void {
  f.get(local);
  f.i32(by);
  f.op("i32.add");
  f.set(local);
}
