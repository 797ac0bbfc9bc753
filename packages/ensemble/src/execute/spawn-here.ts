import type { Answer, Order } from "./message.ts";
import { serve } from "./serve.ts";
import type { Spawn } from "./thread.ts";

/** A thread that is none: ranges run in this one, a message at a time, through the same code as a worker's. */
export const spawnHere: Spawn = (listener) => {
  const { port1: ours, port2: theirs } = new MessageChannel();
  ours.onmessage = ({ data }: MessageEvent<Answer>) => listener.answered(data);
  serve({
    send: (answer, buffers) => theirs.postMessage(answer, [...buffers]),
    listen: (receive) => {
      theirs.onmessage = ({ data }: MessageEvent<Order>) => receive(data);
    },
  });
  return {
    send: (order, buffers) => ours.postMessage(order, [...buffers]),
    stop: () => ours.close(),
  };
};
