import type { Layout, Program } from "./program.ts";
import { calm, type RowsNoise, type RunNoise } from "./random/noise-key.ts";
import { noiseWidth, putNoise } from "./random/noise-row.ts";
import type { Trajectory } from "./trajectory.ts";

/** A running program. Not shared between threads: each has its own. */
export interface Machine {
  readonly layout: Layout;
  /**
   * Runs `count` futures, as many as there are rows of inputs unless it is given, and allocates nothing. What a future does depends on its own row of inputs alone, to the last bit, and, where the model draws
   * random numbers, on the seed and on its own index.
   * @param inputs  shape [count][inputs], row by row
   * @param out     shape [count][saves][outputs], written in full; any NaN in it has the same bits
   * @param noise   the seed, and the index of the first future, from which the others are counted on, or stand as many on as `rows` says
   */
  runMany(inputs: Float64Array, out: Float64Array, count?: number, noise?: RowsNoise): void;
  /** Runs one future; an input that is not named has the value that the model gives it. */
  run(inputs?: Readonly<Record<string, number>>, noise?: RunNoise): Trajectory;
}

// Functions are compiled when they are first called: what comes before takes less time, up to this size, than asking another thread.
const mostBytesAtOnce = 1 << 19;

export async function instantiate(program: Program): Promise<Machine> {
  const atOnce = program.bytes.length <= mostBytesAtOnce ? attempt(() => instantiateNow(program)) : undefined;
  if (atOnce !== undefined) return atOnce;
  const { instance } = await WebAssembly.instantiate(program.bytes as BufferSource);
  return machine(instance, program.layout);
}

/**
 * A page's main thread may refuse to compile much at once: more than 4 KB in Chromium before 114, more than 8 MB since
 * (blink-dev, "Deprecate module size limit for WebAssembly.Module()", April 2023).
 */
function attempt(make: () => Machine): Machine | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** For workers, where waiting is fine. */
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
  const stride = width + (layout.noisy ? noiseWidth : 0);
  const rows = new Float64Array(memory.buffer, layout.inputRows, stride * layout.block);
  // The results of so many futures and one more: made here, since to make one is to allocate.
  const resultsOf = Array.from(
    { length: layout.block },
    (_, last) => new Float64Array(memory.buffer, layout.resultRows, length * (last + 1)),
  );

  const putRow = (row: number, inputs: Float64Array, future: number, noise: RowsNoise): void => {
    for (let i = 0; i < width; i++) rows[row * stride + i] = inputs[future * width + i]!;
    const index = noise.future + (noise.rows?.[future] ?? future);
    if (layout.noisy) putNoise(rows, row * stride + width, { seed: noise.seed, future: index });
  };

  const rowsIn = (inputs: Float64Array) => (width === 0 ? 1 : inputs.length / width);
  const runMany = (inputs: Float64Array, out: Float64Array, count = rowsIn(inputs), noise: RowsNoise = calm): void => {
    for (let first = 0; first < count; first += layout.block) {
      const futures = Math.min(layout.block, count - first);
      for (let row = 0; row < futures; row++) putRow(row, inputs, first + row, noise);
      // Two futures share a v128. An odd last one runs beside a copy of itself, and the copy is dropped.
      if (futures % 2 === 1) putRow(futures, inputs, first + futures - 1, noise);
      run((futures + 1) >> 1);
      out.set(resultsOf[futures - 1]!, first * length);
    }
  };
  return { layout, runMany, run: (inputs = {}, noise = calm) => runOne(layout, runMany, inputs, noise) };
}

function runOne(
  layout: Layout,
  runMany: Machine["runMany"],
  given: Readonly<Record<string, number>>,
  noise: RunNoise,
): Trajectory {
  for (const name of Object.keys(given))
    if (!layout.inputs.includes(name)) throw new Error(`"${name}" is not an input of this program.`);
  const { times, outputs } = layout;
  const inputs = layout.inputs.map((name, i) => given[name] ?? layout.defaults[i]!);
  const out = new Float64Array(times.length * outputs.length);
  runMany(Float64Array.from(inputs), out, 1, noise);
  const column = (of: number) => Float64Array.from(times, (_, save) => out[save * outputs.length + of]!);
  return { times, outputs, columns: outputs.map((_, of) => column(of)) };
}
