import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import { ModuleBuilder, pagesFor } from "../encode/module-builder.ts";
import { KernelLibrary } from "../kernel/kernel-library.ts";
import type { Plan } from "../plan/plan.ts";
import type { Statement } from "../plan/statement.ts";
import { adaptiveMoves } from "./adaptive-step.ts";
import { CodeWriter, type ModuleParts } from "./code-writer.ts";
import { writeDriver } from "./driver.ts";
import { overFrames, routineSignature, startAt } from "./frames.ts";
import { type MemoryMap, memoryMap } from "./memory-map.ts";
import { placeNumbers } from "./numbers.ts";
import { moveFunctions } from "./stock-moves.ts";
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
    inputBytes: plan.inputCount * 8,
    resultBytes: plan.schedule.saves.length * plan.outputCount * 8,
  };
  const shared = (name: string, statements: readonly Statement[]) =>
    statements.length === 0 ? [] : [sharedFunction(module, name, parts, statements)];
  const frame = (name: string, before: readonly Statement[], save: readonly Statement[] = [], after = noStatements) =>
    before.length + save.length + after.length === 0
      ? []
      : [frameFunction(module, name, parts, { before, save, after })];
  const { compute, save, commit } = plan.frame;
  const atEnd = plan.method === "euler" ? commit : [];
  const onlySaves = compute.length + atEnd.length === 0;
  const run = writeDriver(module, plan, map, {
    start: [...shared("share start", plan.shared.start), ...frame("start", plan.frame.start)],
    moment: [
      ...shared("share moment", plan.shared.compute),
      ...(onlySaves ? [] : frame("moment", compute, save, atEnd)),
    ],
    save: onlySaves ? frame("save", save) : [],
    between: [...shared("share between", plan.shared.between), ...frame("between", plan.frame.between)],
    commit: [...shared("share commit", plan.shared.commit), ...(atEnd === commit ? [] : frame("commit", commit))],
    moves: moveFunctions(module, plan, map),
    adaptive: adaptiveMoves(module, map, plan.frame.stocks),
  });
  module.exportFunction("run", run);
  return { bytes: module.toBytes({ names: true }), map };
}

const noStatements: readonly Statement[] = [];

const doubles = (values: readonly number[]): Uint8Array => new Uint8Array(Float64Array.from(values).buffer);

function sharedFunction(
  module: ModuleBuilder,
  name: string,
  parts: ModuleParts,
  statements: readonly Statement[],
): FunctionHandle {
  const f = module.function(name, routineSignature);
  const base = { frame: undefined, inputs: undefined, results: undefined };
  new CodeWriter(f, parts, base, statements).statements(statements);
  return f;
}

interface FrameStatements {
  readonly before: readonly Statement[];
  readonly save: readonly Statement[];
  readonly after: readonly Statement[];
}

/** A function that does the same for each pair of futures. */
function frameFunction(
  module: ModuleBuilder,
  name: string,
  parts: ModuleParts,
  { before, save, after }: FrameStatements,
): FunctionHandle {
  const f = module.function(name, routineSignature);
  const savedAt = f.params[1]!;
  const { map } = parts;
  const [frame, inputs, results] = [f.local("i32"), f.local("i32"), f.local("i32")];
  startAt(f, inputs, map.inputs);
  startAt(f, results, map.results);
  add(f, results, savedAt);
  const writer = new CodeWriter(f, parts, { frame, inputs, results }, [...before, ...save, ...after]);
  overFrames(f, frame, map, () => {
    writer.statements(before);
    if (save.length > 0) {
      f.get(savedAt);
      f.i32(0);
      f.op("i32.ge_s");
      f.if(() => writer.statements(save));
    }
    writer.statements(after);
    move(f, inputs, parts.inputBytes * 2);
    move(f, results, parts.resultBytes * 2);
  });
  return f;
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
