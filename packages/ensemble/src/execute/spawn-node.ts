import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Spawn } from "./thread.ts";

export function cores(): number {
  return availableParallelism();
}

export async function openSpawn(): Promise<Spawn> {
  return spawnScript(new URL("./worker-node.js", import.meta.url));
}

/** Starts threads that run a script. */
export function spawnScript(script: URL): Spawn {
  return (listener) => {
    const worker = new Worker(script);
    worker.on("message", listener.answered);
    worker.on("messageerror", ({ message }) => listener.died(message));
    worker.on("error", (error) => listener.died(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => listener.died(`The thread ended with exit code ${code}.`));
    return {
      send: (order, buffers) => worker.postMessage(order, [...buffers]),
      stop: () => void worker.terminate(),
    };
  };
}
