import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { cutRanges, type FillOptions, futuresIn, type Range, rangeSize, type Store } from "@sequitur/ensemble";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { connect } from "./connection.ts";
import { jobText } from "./job-text.ts";
import {
  doneKey,
  jobKey,
  keptFor,
  orderId,
  queueName,
  type RangeAnswer,
  type RangeOrder,
  resultKey,
} from "./queue-names.ts";

/** How many ranges are on the queue at a time: enough for workers to be busy, few enough for their answers to fit into the server. */
const leastOnQueue = 64;
const onQueueForWorker = 2;
/** A file that travels is at most about this large. */
const largestAnswer = 8_000_000;
/** Milliseconds between two looks at what became of each range, beside what workers say of themselves. */
const lookEvery = 2000;
const mostFailures = 3;

/**
 * Fills stores with what workers on a queue run. What comes back is checked like any file of a store. The server may go away and come
 * back, with what it knew or without: each range that is asked for is looked after until its file is there.
 */
export async function openQueueFill(url: string) {
  const redis = await connect(url);
  const blocking = redis.duplicate();
  blocking.on("error", () => {});
  const queue = new Queue<RangeOrder, RangeAnswer>(queueName, { connection: redis });
  queue.on("error", () => {});
  const fill = (store: Store, options: FillOptions) =>
    new QueueRun({ redis, blocking, queue }, store, options).finish();
  const close = async () => {
    blocking.disconnect();
    await queue.close();
    redis.disconnect();
  };
  return { fill, close };
}

interface Lines {
  readonly redis: Redis;
  /** Waits on the list of what is done, and can do nothing else meanwhile. */
  readonly blocking: Redis;
  readonly queue: Queue<RangeOrder, RangeAnswer>;
}

/** The ranges of one store that are asked for on a queue. */
class QueueRun {
  readonly #lines: Lines;
  readonly #store: Store;
  readonly #options: FillOptions;
  readonly #run = randomUUID();
  readonly #waiting: Range[];
  readonly #asked = new Map<string, RangeOrder>();
  readonly #failures = new Map<string, number>();
  readonly #begun = Date.now();
  readonly #total: number;
  #looked = Date.now();
  #toldIdle = false;
  #onQueue = leastOnQueue;
  #done = 0;

  constructor(lines: Lines, store: Store, options: FillOptions) {
    this.#lines = lines;
    this.#store = store;
    this.#options = options;
    this.#waiting = cutRanges(store.missing(options.within), sizeOf(store)).toReversed();
    this.#total = futuresIn(this.#waiting);
  }

  async finish(): Promise<void> {
    const { signal } = this.#options;
    try {
      while (this.#asked.size > 0 || this.#waiting.length > 0) {
        signal?.throwIfAborted();
        while (this.#asked.size < this.#onQueue && this.#waiting.length > 0) await this.#ask(this.#waiting.pop()!);
        for (const id of await this.#saidDone()) await this.#take(id);
        if (Date.now() - this.#looked > lookEvery) await this.#lookAfterAll();
      }
    } finally {
      await this.#withdraw();
    }
  }

  async #ask(range: Range): Promise<void> {
    const order = { job: this.#store.digest, run: this.#run, range };
    this.#asked.set(orderId(order), order);
    await this.#put(order);
  }

  /** Does nothing where the range is on the queue already. */
  async #put(order: RangeOrder): Promise<void> {
    const { redis, queue } = this.#lines;
    await redis.set(jobKey(order.job), jobText(this.#store.job), "EX", keptFor, "NX");
    await queue.add("range", order, { jobId: orderId(order), removeOnComplete: { age: keptFor }, attempts: 1 });
  }

  /** Waits a little for workers to say that ranges are done. */
  async #saidDone(): Promise<readonly string[]> {
    try {
      const said = await this.#lines.blocking.blpop(doneKey(this.#run), 0.5);
      return said === null ? [] : [said[1]];
    } catch {
      await pause(200);
      return [];
    }
  }

  /** Takes the file of a range into the store; one that is not right is asked for again. */
  async #take(id: string): Promise<boolean> {
    const order = this.#asked.get(id);
    if (order === undefined) return false;
    const { redis, queue } = this.#lines;
    const [name, bytes] = await Promise.all([redis.get(`${resultKey(id)}:name`), redis.getBuffer(resultKey(id))]);
    if (name === null || bytes === null) return false;
    const refusal = await this.#store.take(name, new Uint8Array(bytes));
    await redis.del(resultKey(id), `${resultKey(id)}:name`);
    await queue.remove(id);
    if (refusal !== undefined) {
      this.#count(id, `its file was ${refusal.reason}`);
      await this.#put(order);
      return false;
    }
    this.#asked.delete(id);
    this.#done += order.range.end - order.range.first;
    this.#tell();
    return true;
  }

  /** What was said may have been lost, and so may have been what was asked. */
  async #lookAfterAll(): Promise<void> {
    this.#looked = Date.now();
    const workers = await this.#lines.queue.getWorkersCount();
    this.#onQueue = Math.max(leastOnQueue, onQueueForWorker * workers);
    this.#tellIdle(workers);
    for (const [id, order] of this.#asked) {
      if (await this.#take(id)) continue;
      const job = await this.#lines.queue.getJob(id);
      const state = await job?.getState();
      if (state === "failed") this.#count(id, job?.failedReason ?? "for no reason given");
      if (state === "failed" || state === "completed") await job?.remove();
      if (state !== "active" && state !== "waiting") await this.#put(order);
    }
  }

  #count(id: string, reason: string): void {
    const { first, end } = this.#asked.get(id)!.range;
    const failures = (this.#failures.get(id) ?? 0) + 1;
    this.#failures.set(id, failures);
    if (failures >= mostFailures)
      throw new Error(`Futures ${first} to ${end - 1} could not be run, tried ${failures} times: ${reason}`);
  }

  /** A queue that nobody works on would be waited for in silence, and for ever. */
  #tellIdle(workers: number): void {
    if (workers > 0 || this.#toldIdle) return;
    this.#toldIdle = true;
    console.error(
      "sequitur: no worker is there yet. Start one, on any machine: sequitur worker redis://… (see docs/scale.md)",
    );
  }

  #tell(): void {
    const { onProgress, within } = this.#options;
    const wanted = within === undefined ? this.#store.futures : within.end - within.first;
    const rate = (1000 * this.#done) / Math.max(1, Date.now() - this.#begun);
    onProgress?.({
      done: wanted - this.#total + this.#done,
      total: wanted,
      rate: rate * this.#store.job.policies.length,
      secondsLeft: rate > 0 ? (this.#total - this.#done) / rate : 0,
    });
  }

  /** Nobody is to run what nobody waits for any more. */
  async #withdraw(): Promise<void> {
    const { redis, queue } = this.#lines;
    if (redis.status !== "ready") return;
    for (const id of this.#asked.keys()) await queue.remove(id).catch(() => {});
    await redis.del(doneKey(this.#run));
  }
}

function sizeOf({ job }: Store): number {
  const columns = job.uncertainties.length + job.figures.length;
  let size = Math.min(rangeSize(job), 2048);
  while (size > job.program.layout.block && 8 * columns * job.policies.length * size > largestAnswer) size /= 2;
  return size;
}
