import { fillStore, type Job, memoryFolder, openStore, type Range } from "@sequitur/ensemble";
import { Worker } from "bullmq";
import type { Redis } from "ioredis";
import { connect } from "./connection.ts";
import { readJobText } from "./job-text.ts";
import {
  answerKeptFor,
  doneKey,
  jobKey,
  orderId,
  queueName,
  type RangeAnswer,
  type RangeOrder,
  resultKey,
} from "./queue-names.ts";

export interface ServeOptions {
  readonly threads?: number | undefined;
  /** Takes no more ranges after this, and lets go of the one that it is at. */
  readonly signal: AbortSignal;
  /** The server answers, and ranges are waited for. */
  readonly ready: () => void;
  readonly took: (range: Range) => void;
  readonly ran: (range: Range, seconds: number) => void;
}

/**
 * A worker that does not renew its hold on a range for so many milliseconds has died, and another takes the range. Ranges run on
 * threads of their own, so that a living worker always can.
 */
const holdsFor = 6000;
const looksEvery = 3000;
/** A range that so many workers died over is not tried again. */
const mostDeaths = 5;

/** Takes ranges off a queue, one after the other, until the signal comes. */
export async function serveQueue(url: string, options: ServeOptions): Promise<void> {
  const redis = await connect(url);
  const connection = redis.duplicate();
  connection.on("error", () => {});
  let known: Job | undefined;
  let digest: string | undefined;

  const jobOf = async (order: RangeOrder): Promise<Job> => {
    if (order.job === digest && known !== undefined) return known;
    const text = await redis.get(jobKey(order.job));
    const job = text === null ? undefined : readJobText(text, order.job);
    if (job === undefined) throw new Error("The job is not on the server, or not what its digest says.");
    [known, digest] = [job, order.job];
    return job;
  };

  const worker = new Worker<RangeOrder, RangeAnswer>(
    queueName,
    async ({ data }) => {
      options.took(data.range);
      const begun = performance.now();
      const file = await runOne(await jobOf(data), data.range, options);
      await giveBack(redis, data, file);
      options.ran(data.range, (performance.now() - begun) / 1000);
      return { name: file.name };
    },
    { connection, concurrency: 1, lockDuration: holdsFor, stalledInterval: looksEvery, maxStalledCount: mostDeaths },
  );
  worker.on("error", () => {});
  options.ready();
  await new Promise<void>((resolve) => options.signal.addEventListener("abort", () => resolve(), { once: true }));
  await worker.close(true);
  connection.disconnect();
  redis.disconnect();
}

interface RangeBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A range on a queue lies within one that a store keeps, so it makes one file. */
async function runOne(job: Job, range: Range, { threads, signal }: ServeOptions): Promise<RangeBytes> {
  const folder = memoryFolder();
  await fillStore(await openStore(job, folder), { threads, signal, within: range });
  const [name] = await folder.names();
  return { name: name!, bytes: await folder.read(name!) };
}

/** The file first, then the word that it is there. */
async function giveBack(redis: Redis, order: RangeOrder, { name, bytes }: RangeBytes): Promise<void> {
  const id = orderId(order);
  await redis.set(resultKey(id), Buffer.from(bytes), "EX", answerKeptFor);
  await redis.set(`${resultKey(id)}:name`, name, "EX", answerKeptFor);
  await redis.rpush(doneKey(order.run), id);
  await redis.expire(doneKey(order.run), answerKeptFor);
}
