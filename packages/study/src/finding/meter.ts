import type { StudyPlan } from "../plan/plan-study.ts";

/** How far a conclusion is, in units that are all about as long. */
export interface JudgingProgress {
  readonly done: number;
  readonly total: number;
}

/** Told of each piece of work that is over. */
export type Meter = (piece: Piece) => void;

type Piece = "past" | "loops" | "claim" | "measure" | "horizon" | "robustness";

export function openMeter(plan: StudyPlan, onProgress: (progress: JudgingProgress) => void): Meter {
  const pieces = piecesOf(plan);
  const total = Object.values(pieces).reduce((sum, { count, length }) => sum + count * length, 0);
  let done = 0;
  return (piece) => {
    done += pieces[piece].length;
    onProgress({ done: Math.min(done, total), total });
  };
}

/** How many there are of each, and how long each takes beside the others: a column that is read and sorted is 1. */
function piecesOf({ study, past, futures }: StudyPlan): Readonly<Record<Piece, { count: number; length: number }>> {
  const { measures, policies, time, claims, rivalModels } = study;
  const columns = policies.length;
  // What a claim takes beside reading its columns, and loops altogether, does not grow with the futures.
  const fixed = 65_536 / Math.max(4096, futures);
  return {
    past: { count: 1, length: 3 * (past?.points.length ?? 0) },
    loops: { count: 1 + (rivalModels?.models.length ?? 0), length: 20 * fixed * columns },
    claim: { count: claims.length, length: 4 + 10 * fixed },
    measure: { count: measures.length, length: 2 * columns },
    horizon: { count: measures.length * time.horizons.length, length: 2 * columns },
    robustness: { count: measures.length, length: 8 * columns },
  };
}
