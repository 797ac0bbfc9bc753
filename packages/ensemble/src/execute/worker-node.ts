import { parentPort } from "node:worker_threads";
import { serve } from "./serve.ts";

// The whole of a worker thread: a line to whoever started it.
if (parentPort === null) throw new Error("This file is for worker threads only.");
const port = parentPort;
serve({
  send: (answer, buffers) => port.postMessage(answer, [...buffers]),
  listen: (receive) => port.on("message", receive),
});
