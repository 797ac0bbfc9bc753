import type { Job, Progress, Range } from "../job.ts";
import type { Answer } from "./message.ts";
import { openPace, type Pace } from "./pace.ts";
import { columnCount } from "./range.ts";
import { openSchedule, type Schedule } from "./schedule.ts";
import type { Spawn, Thread } from "./thread.ts";

export interface Task {
  readonly job: Job;
  readonly threads: number;
  readonly spawn: Spawn;
  /** The futures to run: no thread is given a range that reaches over the end of one of these. */
  readonly ranges: readonly Range[];
  /**
   * Called once for each range, with values of shape [column][future of the range] that are only there for the call. The thread that
   * ran them gets no more before a promise that this gives is kept.
   */
  readonly finished: (range: Range, values: Float64Array) => Promise<void> | undefined;
}

export interface Watch {
  /** Called about twice a second, first when the pace is known, and at the end. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the run at once; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A thread, and what it is at: since when, in milliseconds. Nothing while it starts up or waits, and when nothing is left. */
interface Member {
  readonly thread: Thread;
  ready: boolean;
  work: { readonly range: Range; readonly since: number } | undefined;
}

interface Settle {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

const largestBuffer = 4_000_000;
const progressEvery = 500;

/** Runs futures of a checked job on threads. They have all been told to stop when the promise settles. */
export function runCrew(task: Task, watch: Watch): Promise<void> {
  return new Promise((resolve, reject) => new Crew(task, watch, { resolve, reject }).start());
}

/** The threads of one run: each is given a range, and the next when it has finished that. */
class Crew {
  readonly #task: Task;
  readonly #watch: Watch;
  readonly #settle: Settle;
  readonly #columns: number;
  readonly #schedule: Schedule;
  readonly #pace: Pace;
  readonly #members = new Map<number, Member>();
  readonly #begun = performance.now();
  readonly #abort = () => this.#finish(() => this.#settle.reject(this.#watch.signal?.reason));
  readonly #fail = (error: unknown) => this.#finish(() => this.#settle.reject(error));
  #hired = 0;
  #told = Number.NEGATIVE_INFINITY;

  constructor(task: Task, watch: Watch, settle: Settle) {
    const { job, threads } = task;
    this.#task = task;
    this.#watch = watch;
    this.#settle = settle;
    this.#columns = columnCount(job);
    this.#schedule = openSchedule(task.ranges);
    const largest = largestBuffer / (8 * Math.max(1, this.#columns));
    this.#pace = openPace({ threads, block: job.program.layout.block, largest });
  }

  start(): void {
    this.#watch.signal?.addEventListener("abort", this.#abort);
    const useful = Math.ceil(this.#schedule.total / this.#task.job.program.layout.block);
    const hired = Math.min(this.#task.threads, useful);
    this.#attempt(() => {
      if (this.#schedule.total === 0) this.#finish(this.#settle.resolve);
      for (let thread = 0; thread < hired; thread++) this.#hire();
    });
  }

  #hire(): void {
    const id = this.#hired++;
    const thread = this.#task.spawn({
      answered: (answer) => this.#attempt(() => this.#answered(id, answer)),
      died: (reason) => this.#attempt(() => this.#lost(id, reason)),
    });
    this.#members.set(id, { thread, ready: false, work: undefined });
    thread.send({ kind: "job", job: this.#task.job }, []);
  }

  // A thread that was told to stop is no member any more, and what it still says is not heard.
  #answered(id: number, answer: Answer): void {
    const member = this.#members.get(id);
    if (member === undefined) return;
    switch (answer.kind) {
      case "ready":
        member.ready = true;
        this.#give(id, member, new ArrayBuffer(0));
        break;
      case "range":
        this.#finished(id, member, answer.range, answer.buffer);
        break;
      case "failed":
        this.#lost(id, answer.reason);
        break;
    }
  }

  #give(id: number, member: Member, old: ArrayBuffer): void {
    const range = this.#schedule.next(this.#pace.sizeFor(id, this.#schedule.waiting));
    member.work = range && { range, since: performance.now() };
    if (range === undefined) return;
    const bytes = this.#bytesOf(range);
    const buffer = old.byteLength >= bytes ? old : new ArrayBuffer(bytes);
    member.thread.send({ kind: "range", range, buffer }, [buffer]);
  }

  #finished(id: number, member: Member, range: Range, buffer: ArrayBuffer): void {
    const kept = this.#task.finished(range, new Float64Array(buffer, 0, this.#bytesOf(range) / 8));
    this.#schedule.finished(range);
    const now = performance.now();
    if (member.work) this.#pace.finished(id, range.end - range.first, member.work.since, now);
    this.#tell(now);
    member.work = undefined;
    if (kept === undefined) this.#goOn(id, member, buffer);
    else kept.then(() => this.#attempt(() => this.#goOn(id, member, buffer)), this.#fail);
  }

  #goOn(id: number, member: Member, buffer: ArrayBuffer): void {
    if (this.#members.get(id) !== member) return;
    if (this.#schedule.done === this.#schedule.total) this.#finish(this.#settle.resolve);
    else this.#give(id, member, buffer);
  }

  #lost(id: number, reason: string): void {
    const member = this.#members.get(id);
    if (member === undefined) return;
    member.thread.stop();
    this.#members.delete(id);
    if (!member.ready) throw new Error(`A thread could not be started: ${reason}`);
    const range = member.work?.range;
    if (range !== undefined && !this.#schedule.takeBack(range))
      throw new Error(`Futures ${range.first} to ${range.end - 1} could not be run, tried twice: ${reason}`);
    if (this.#schedule.waiting > 0) this.#hire();
  }

  #tell(now: number): void {
    const { onProgress } = this.#watch;
    const { done, total } = this.#schedule;
    const pace = this.#pace.rate();
    const isDue = pace !== undefined && now - this.#told >= progressEvery;
    if (onProgress === undefined || (done < total && !isDue)) return;
    this.#told = now;
    const rate = (done * this.#task.job.policies.length * 1000) / Math.max(1, now - this.#begun);
    onProgress({ done, total, rate, secondsLeft: pace === undefined ? 0 : (total - done) / pace });
  }

  // An error in a listener would otherwise be nobody's, and leave the run waiting for ever.
  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #finish(settle: () => void): void {
    for (const { thread } of this.#members.values()) thread.stop();
    this.#members.clear();
    this.#watch.signal?.removeEventListener("abort", this.#abort);
    settle();
  }

  #bytesOf({ first, end }: Range): number {
    return 8 * this.#columns * (end - first);
  }
}
