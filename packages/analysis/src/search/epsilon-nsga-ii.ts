import { byCrowdedRank, type CrowdedRank, crowdedRanks } from "./crowded-rank.ts";
import { type EpsilonArchive, epsilonArchive } from "./epsilon-archive.ts";
import type { Judged, Solution } from "./solution.ts";
import { anywhere, type Bounds, type Chance, crossed, mutated } from "./variation.ts";

export interface SearchOptions extends Bounds {
  /** What difference in each objective matters, in its unit. Shape [objectives]. */
  readonly epsilons: Float64Array;
  /** Draw `i` of a stream of numbers in [0, 1): the only source of chance. */
  readonly uniform: (i: number) => number;
  /** x to the power y, from a kernel that gives the same bits everywhere. */
  readonly pow: (x: number, y: number) => number;
  /** Candidates of the first generation, and the least and most of any. */
  readonly population?: number;
  readonly largest?: number;
  /** After so many generations it is asked whether the search should begin anew around the archive. */
  readonly window?: number;
}

/** A candidate to be judged. */
export interface Proposal {
  readonly id: number;
  /** In the levers' units. */
  readonly levers: Float64Array;
}

/** What a generation came to. */
export interface Progress {
  readonly evaluations: number;
  readonly archived: number;
  /** Boxes ever opened: see `EpsilonArchive`. */
  readonly progress: number;
  readonly restarts: number;
}

export interface PolicySearch {
  /** The candidates not yet judged; those of the next generation as soon as all are. */
  ask(): readonly Proposal[];
  /** What came of one of them. In whatever order a generation is judged, the search goes on the same way. */
  tell(id: number, judged: Judged): void;
  readonly solutions: readonly Solution[];
  /** Of every generation so far: where `progress` flattens, the search has converged. */
  readonly trace: readonly Progress[];
}

/**
 * ε-NSGA-II: many-objective search over bounded levers. NSGA-II (Deb et al. 2002) with an archive that keeps one solution a box of
 * epsilons; when in a window of generations the archive gained nothing, or the population has grown out of proportion to it, the
 * search begins anew with a population of four times the archive: the archive itself and, for the rest, levers from anywhere.
 *
 * Source: Kollat & Reed 2006, Adv. Water Resour. 29, 792-807, section 3 (archive, adaptive population, injection of a quarter); the
 * test by ε-progress each window and by a ratio off by more than a quarter: Hadka & Reed 2013, Evol. Comput. 21, 231-259, sections
 * 3.2 and 3.3. Crossover index 15 and mutation index 20, as in both. An objective that is not a number counts as the worst.
 */
export function policySearch(options: SearchOptions): PolicySearch {
  const { population: first = 100, largest = 2000, window = 100, uniform, pow } = options;
  let drawn = 0;
  const chance: Chance = { next: () => uniform(drawn++), pow };
  const archive = epsilonArchive(options.epsilons);
  const trace: Progress[] = [];
  let parents: readonly Ranked[] = [];
  let size = first;
  let restarts = 0;
  let lastProgress = 0;
  let waiting = proposals(
    0,
    Array.from({ length: size }, () => anywhere(options, chance)),
  );
  let told = 0;
  const judged = new Map<number, Solution>();

  function advance(): void {
    const children = waiting.map(({ id }) => judged.get(id)!);
    for (const child of children) archive.add(child);
    parents = survivors([...parents.map(({ solution }) => solution), ...children], size);
    trace.push({ evaluations: told, archived: archive.solutions.length, progress: archive.progress, restarts });
    const next =
      trace.length % window === 0 && shouldRestart() ? restarted() : offspring(parents, size, options, chance);
    waiting = proposals(told, next);
    judged.clear();
  }

  function shouldRestart(): boolean {
    const stalled = archive.progress === lastProgress;
    lastProgress = archive.progress;
    const ratio = wantedSize(archive, first, largest) / size;
    return stalled || ratio > 1.25 || ratio < 0.8;
  }

  function restarted(): readonly Float64Array[] {
    restarts++;
    size = wantedSize(archive, first, largest);
    const kept = archive.solutions.slice(0, size);
    parents = survivors(kept, size);
    return Array.from({ length: Math.max(size - kept.length, 1) }, () => anywhere(options, chance));
  }

  return {
    ask: () => waiting.filter(({ id }) => !judged.has(id)),
    tell(id, { objectives, violation }) {
      const proposal = waiting[id - waiting[0]!.id];
      if (proposal === undefined || judged.has(id)) throw new Error(`No candidate ${id} waits to be judged.`);
      judged.set(id, { levers: proposal.levers, objectives: objectives.map(orWorst), violation });
      told++;
      if (judged.size === waiting.length) advance();
    },
    get solutions() {
      return archive.solutions;
    },
    trace,
  };
}

interface Ranked {
  readonly solution: Solution;
  readonly rank: CrowdedRank;
}

function orWorst(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

function proposals(from: number, levers: readonly Float64Array[]): readonly Proposal[] {
  return levers.map((each, i) => ({ id: from + i, levers: each }));
}

/** Four solutions for one of the archive. */
function wantedSize({ solutions }: EpsilonArchive, least: number, most: number): number {
  return Math.min(Math.max(4 * solutions.length, least), most);
}

function survivors(solutions: readonly Solution[], size: number): readonly Ranked[] {
  const ranks = crowdedRanks(solutions);
  const ranked = solutions.map((solution, i) => ({ solution, rank: ranks[i]! }));
  return ranked.sort((a, b) => byCrowdedRank(a.rank, b.rank)).slice(0, size);
}

/** Shape [size] of levers. */
function offspring(parents: readonly Ranked[], size: number, bounds: Bounds, chance: Chance): readonly Float64Array[] {
  const children: Float64Array[] = [];
  while (children.length < size) {
    const pair = crossed(winner(parents, chance), winner(parents, chance), bounds, 15, chance);
    children.push(...pair.map((child) => mutated(child, bounds, 20, chance)));
  }
  return children.slice(0, size);
}

/** The better of two drawn at random. */
function winner(parents: readonly Ranked[], { next }: Chance): Float64Array {
  const draw = () => parents[Math.floor(next() * parents.length)]!;
  const [a, b] = [draw(), draw()];
  return (byCrowdedRank(b.rank, a.rank) < 0 ? b : a).solution.levers;
}
