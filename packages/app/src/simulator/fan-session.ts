import type { Playground } from "../session/playground.ts";
import { drawnFan } from "./drawn-fan.ts";
import type { FanOrder, FanRequest, LiveFan } from "./fan-message.ts";

/** Draws fans beside the page, so that no slider waits for one. */
export interface FanSession {
  /** The newest request counts: one that is still waiting when the next comes is not drawn. */
  ask(request: FanRequest): void;
  close(): void;
}

/** A page that may not start a worker draws in itself, between two frames. */
export function openFans(playground: Playground, onfan: (fan: LiveFan) => void): FanSession {
  try {
    return inWorker(playground, onfan);
  } catch {
    return here(playground, onfan);
  }
}

function inWorker({ compiled }: Playground, onfan: (fan: LiveFan) => void): FanSession {
  const worker = new Worker(new URL("./fan-worker.ts", import.meta.url), { type: "module" });
  const tell = (order: FanOrder) => worker.postMessage(order);
  let waiting: FanRequest | undefined;
  let busy = false;
  const next = () => {
    busy = waiting !== undefined;
    if (waiting !== undefined) tell({ kind: "draw", request: waiting });
    waiting = undefined;
  };
  worker.onmessage = ({ data }: MessageEvent<LiveFan>) => {
    onfan(data);
    next();
  };
  tell({ kind: "open", programs: compiled });
  const ask = (request: FanRequest) => {
    waiting = request;
    if (!busy) next();
  };
  return { ask, close: () => worker.terminate() };
}

function here({ run, times }: Playground, onfan: (fan: LiveFan) => void): FanSession {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (request: FanRequest) => {
    clearTimeout(timer);
    timer = setTimeout(() => onfan(drawnFan(run, times, request)), 0);
  };
  return { ask, close: () => clearTimeout(timer) };
}
