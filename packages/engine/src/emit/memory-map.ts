import { KernelLibrary } from "../kernel/kernel-library.ts";
import type { Space } from "../plan/address.ts";
import type { Plan } from "../plan/plan.ts";
import { countUses } from "../plan/statement.ts";

/** Where everything is in a program's memory, in bytes. */
export interface MemoryMap {
  /** What the kernels keep for themselves. */
  readonly kernels: number;
  /** The saved moments, as 32-bit integers, and after the last a -1. */
  readonly saves: number;
  /** When each moment is and how long its step, as doubles, where the schedule lists them. */
  readonly moments: { readonly times: number; readonly lengths: number };
  /** Where each space begins; for frames, the first pair's. */
  readonly spaces: Readonly<Record<Space, number>>;
  /** From one pair's frame to the next one's. */
  readonly frameBytes: number;
  /** A row of inputs a future. */
  readonly inputs: number;
  /** A row of results a future: [saves][outputs]. */
  readonly results: number;
  readonly end: number;
  readonly pairs: number;
  /** How many futures a block has: two a pair, but one where both lanes of the only pair are of the same. */
  readonly futures: number;
  /** How many pairs are worked on side by side: 1, 2 or 4. */
  readonly width: number;
}

export function memoryMap(plan: Plan): MemoryMap {
  const { places, schedule } = plan;
  const constant = line;
  const kernels = aligned(constant + places.constants.length);
  const saves = aligned(kernels + KernelLibrary.bytes);
  const times = aligned(saves + (schedule.saves.length + 1) * 4);
  const listed = schedule.moments === undefined ? 0 : schedule.moments.times.length * 8;
  const moments = { times, lengths: times + listed };
  const shared = aligned(times + listed * 2);
  const inputs = aligned(shared + places.sizeOf("shared"));
  const pairs = pairsOf(plan);
  const frame = aligned(inputs + plan.inputCount * pairs * 16);
  const frameBytes = frameSize(places.sizeOf("frame"));
  const results = aligned(frame + frameBytes * pairs);
  const futures = plan.inputCount === 0 ? 1 : pairs * 2;
  const end = results + resultBytes(plan) * futures;
  return {
    kernels,
    saves,
    moments,
    spaces: { constant, shared, frame },
    frameBytes,
    inputs,
    results,
    end,
    pairs,
    futures,
    width: widthOf(plan, pairs),
  };
}

/** A cache line. */
const line = 64;
const aligned = (address: number): number => Math.ceil(address / line) * line;

/** An odd number of lines: frames at a power of two from each other would crowd into the same part of a cache. */
function frameSize(bytes: number): number {
  const lines = Math.max(1, Math.ceil(bytes / line));
  return (lines + 1 - (lines % 2)) * line;
}

const resultBytes = ({ schedule, outputCount }: Plan): number => schedule.saves.length * outputCount * 8;

// Measured: beyond 8 pairs nothing is gained, and 1 pair loses about a tenth, since nothing hides the latency of its operations.
const mostPairs = 8;
const mostFrameBytes = 1 << 19;
const mostResultBytes = 1 << 24;

/** How many pairs to a block: as many as stay in a processor's nearer caches. */
function pairsOf(plan: Plan): number {
  // Without inputs all futures are one.
  if (plan.inputCount === 0) return 1;
  const frames = Math.floor(mostFrameBytes / Math.max(1, plan.places.sizeOf("frame")));
  const results = Math.floor(mostResultBytes / Math.max(1, resultBytes(plan) * 2));
  return Math.max(1, Math.min(mostPairs, frames, results));
}

// Measured on functions of 200 to 7,000 nodes: side by side, pairs hide each other's latencies, which takes a fifth off a mid-size
// model. A long function keeps a processor busy by itself, and V8 makes of a very long one worse code.
const widths = [
  { width: 4, mostNodes: 400 },
  { width: 2, mostNodes: 4000 },
] as const;

function widthOf({ frame }: Plan, pairs: number): number {
  const nodes = countUses([...frame.compute, ...frame.save, ...frame.commit, ...frame.between]).size;
  return widths.find(({ width, mostNodes }) => width <= pairs && nodes <= mostNodes)?.width ?? 1;
}
