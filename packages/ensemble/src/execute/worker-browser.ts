import type { Order } from "./message.ts";
import { serve } from "./serve.ts";

// The whole of a Web Worker: a line to whoever started it.
serve({
  send: (answer, buffers) => globalThis.postMessage(answer, { transfer: [...buffers] }),
  listen: (receive) => {
    globalThis.onmessage = ({ data }: MessageEvent<Order>) => receive(data);
  },
});
