import type { Answer } from "./message.ts";
import type { Spawn } from "./thread.ts";

export function cores(): number {
  return navigator.hardwareConcurrency;
}

export async function openSpawn(): Promise<Spawn> {
  return (listener) => {
    // Bundlers know this form, and take the TypeScript file for the JavaScript one that it names.
    const worker = new Worker(new URL("./worker-browser.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => listener.answered(data);
    worker.onmessageerror = () => listener.died("A message could not be read.");
    worker.onerror = ({ message }) => listener.died(message || "The worker's script could not be loaded.");
    return {
      send: (order, buffers) => worker.postMessage(order, [...buffers]),
      stop: () => worker.terminate(),
    };
  };
}
