import type { Range } from "@sequitur/ensemble";

/** The queue that all workers listen to, whatever is run. */
export const queueName = "sequitur";

/** What a worker is told: which futures of which job, for which run. */
export interface RangeOrder {
  /** The job's digest. */
  readonly job: string;
  /** A run's own name: what another run asks for is not mixed up with it. */
  readonly run: string;
  readonly range: Range;
}

/** What a worker gives back in the queue itself; the file's bytes stand beside it. */
export interface RangeAnswer {
  /** What the range's file is called. */
  readonly name: string;
}

/** Keys of the server. All of them run out by themselves if nobody takes them away. */
export const jobKey = (digest: string) => `sequitur:job:${digest}`;
export const resultKey = (id: string) => `sequitur:result:${id}`;
/** Of a list with the ids of ranges that are done, that a run waits on. */
export const doneKey = (run: string) => `sequitur:done:${run}`;

/** In seconds: longer than any run waits for its workers; and than any run takes to fetch what came. */
export const keptFor = 86_400;
export const answerKeptFor = 3600;

export function orderId({ job, run, range: { first, end } }: RangeOrder): string {
  return `${run}-${job.slice(0, 16)}-${first}-${end}`;
}
