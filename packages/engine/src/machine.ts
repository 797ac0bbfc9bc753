import type { Layout, Program } from "./program.ts";
import type { Trajectory } from "./trajectory.ts";

/** A running program. Not shared between threads: each has its own. */
export interface Machine {
  readonly layout: Layout;
  /**
   * Runs `count` futures. What a future does depends on its own row of inputs alone, to the last bit.
   * @param inputs  shape [count][inputs], row by row
   * @param out     shape [count][saves][outputs], written in full; any NaN in it has the same bits
   */
  runMany(inputs: Float64Array, out: Float64Array, count: number): void;
  /** Runs one future; an input that is not named has the value that the model gives it. */
  run(inputs?: Readonly<Record<string, number>>): Trajectory;
}

export async function instantiate(program: Program): Promise<Machine> {
  const { instance } = await WebAssembly.instantiate(program.bytes as BufferSource);
  return machine(instance, program.layout);
}

/** For workers, where waiting is fine; a page's main thread may refuse to compile more than 4 KB at once. */
export function instantiateNow(program: Program): Machine {
  return machine(new WebAssembly.Instance(new WebAssembly.Module(program.bytes as BufferSource)), program.layout);
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly run: (pairs: number) => void;
}

function machine({ exports }: WebAssembly.Instance, layout: Layout): Machine {
  // What a module of ours exports is known; WebAssembly's types cannot say it.
  const { memory, run } = exports as unknown as Exports;
  const width = layout.inputs.length;
  const length = layout.times.length * layout.outputs.length;
  const rows = new Float64Array(memory.buffer, layout.inputRows, width * layout.block);
  const results = new Float64Array(memory.buffer, layout.resultRows, length * layout.block);

  const runMany = (inputs: Float64Array, out: Float64Array, count: number): void => {
    for (let first = 0; first < count; first += layout.block) {
      const futures = Math.min(layout.block, count - first);
      for (let i = 0; i < futures * width; i++) rows[i] = inputs[first * width + i]!;
      // Two futures share a v128. An odd last one runs beside a copy of itself, and the copy is dropped.
      if (futures % 2 === 1)
        for (let i = 0; i < width; i++) rows[futures * width + i] = inputs[(first + futures - 1) * width + i]!;
      run((futures + 1) >> 1);
      if (futures === layout.block) out.set(results, first * length);
      else for (let i = 0; i < futures * length; i++) out[first * length + i] = results[i]!;
    }
  };
  return { layout, runMany, run: (inputs = {}) => runOne(layout, runMany, inputs) };
}

function runOne(layout: Layout, runMany: Machine["runMany"], given: Readonly<Record<string, number>>): Trajectory {
  for (const name of Object.keys(given))
    if (!layout.inputs.includes(name)) throw new Error(`"${name}" is not an input of this program.`);
  const { times, outputs } = layout;
  const inputs = layout.inputs.map((name, i) => given[name] ?? layout.defaults[i]!);
  const out = new Float64Array(times.length * outputs.length);
  runMany(Float64Array.from(inputs), out, 1);
  const column = (of: number) => Float64Array.from(times, (_, save) => out[save * outputs.length + of]!);
  return { times, outputs, columns: outputs.map((_, of) => column(of)) };
}
