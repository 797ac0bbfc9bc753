import { Worker } from "node:worker_threads";

/** Futures per second of so many threads together. */
export async function inThreads(count, task) {
  const workers = Array.from({ length: count }, () => new Worker(new URL("./thread.mjs", import.meta.url)));
  try {
    const rates = await Promise.all(workers.map((worker) => answer(worker, task)));
    return rates.reduce((sum, each) => sum + each, 0);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answer(worker, task) {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(task);
  });
}
