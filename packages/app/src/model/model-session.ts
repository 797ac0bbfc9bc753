import type { WrittenModel } from "../session/content.ts";
import type { Fan } from "../session/fan.ts";
import type { FanRequest } from "./fan.ts";
import type { ModelAnswer, ModelOrder } from "./model-message.ts";
import type { OpenedModel } from "./opened-model.ts";

/** A model in a worker of its own, so that reading a large one does not stop the page. */
export interface ModelSession {
  readonly opened: OpenedModel;
  fan(request: FanRequest): Promise<Fan>;
  close(): void;
}

/** A page opened from disk may not start a worker: then the model is read in the page itself. */
export async function openModel(written: WrittenModel): Promise<ModelSession> {
  try {
    return await openInWorker(written);
  } catch {
    const { readWritten } = await import("./model-reader.ts");
    const { opened, fan } = readWritten(written);
    return { opened, fan: async (request) => fan(request), close: () => {} };
  }
}

async function openInWorker(written: WrittenModel): Promise<ModelSession> {
  const worker = new Worker(new URL("./model-worker.ts", import.meta.url), { type: "module" });
  const close = () => worker.terminate();
  // One order at a time, so that each answer belongs to the order before it.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (order: ModelOrder): Promise<ModelAnswer> => {
    const next = last.then(() => answerOf(worker, order));
    last = next.catch(() => {});
    return next;
  };
  const answer = await ask({ kind: "open", written }).catch((error) => {
    close();
    throw error;
  });
  if (answer.kind !== "opened") throw new Error("A model's worker answered another order.");
  const fan = async (request: FanRequest) => {
    const drawn = await ask({ kind: "fan", request });
    if (drawn.kind !== "fan") throw new Error("A model's worker answered another order.");
    return drawn.fan;
  };
  return { opened: answer.opened, fan, close };
}

function answerOf(worker: Worker, order: ModelOrder): Promise<ModelAnswer> {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<ModelAnswer>) => done(data);
    worker.onerror = ({ message }) => fail(new Error(message || "The worker's script could not be loaded."));
    worker.postMessage(order);
  });
}
