import { parentPort } from "node:worker_threads";
import { rate } from "./samples.mjs";

parentPort.once("message", async ({ program, milliseconds }) => {
  const { workOf } = await import("./limit.mjs");
  const { work } = workOf(program);
  rate(work, milliseconds);
  parentPort.postMessage(rate(work, milliseconds));
});
