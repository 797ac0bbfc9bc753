import { openPeeler, type Peeling, type PeelOrder } from "./peeling.ts";

/** A peeler of its own, so that a search does not stop the page. */
export interface PeelSession {
  peel(interest: Uint8Array): Promise<Peeling | undefined>;
  close(): void;
}

/** A browser that starts no worker for a page opened from disk peels in the page itself. */
export function openPeelSession(inputs: readonly Float64Array[]): PeelSession {
  const ask = openAsking();
  const ready = ask.order({ kind: "futures", inputs });
  return {
    peel: async (interest) => {
      await ready;
      return ask.order({ kind: "interest", interest });
    },
    close: ask.close,
  };
}

interface Asking {
  order(order: PeelOrder): Promise<Peeling | undefined>;
  close(): void;
}

function openAsking(): Asking {
  const worker = startWorker();
  if (worker === undefined) {
    const peel = openPeeler();
    return { order: async (order) => peel(order), close: () => {} };
  }
  // One order at a time, so that each answer belongs to the order before it.
  let last: Promise<unknown> = Promise.resolve();
  const order = (next: PeelOrder) => {
    const answer = last.then(() => answerOf(worker, next));
    last = answer.catch(() => {});
    return answer;
  };
  return { order, close: () => worker.terminate() };
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./peel-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

function answerOf(worker: Worker, order: PeelOrder): Promise<Peeling | undefined> {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Peeling | undefined>) => done(data);
    worker.onerror = ({ message }) => fail(new Error(message || "The worker's script could not be loaded."));
    worker.postMessage(order);
  });
}
