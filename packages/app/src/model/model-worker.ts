// The whole of a Web Worker: it holds one model, and answers what is asked of it in turn.
import type { ModelAnswer, ModelOrder } from "./model-message.ts";
import { type ReadModel, readWritten } from "./model-reader.ts";

let held: ReadModel | undefined;

globalThis.onmessage = ({ data }: MessageEvent<ModelOrder>) => globalThis.postMessage(answer(data));

function answer(order: ModelOrder): ModelAnswer {
  switch (order.kind) {
    case "open":
      held = readWritten(order.written);
      return { kind: "opened", opened: held.opened };
    case "fan":
      return { kind: "fan", fan: held!.fan(order.request) };
  }
}
