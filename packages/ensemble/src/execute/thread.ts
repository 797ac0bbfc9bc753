import type { Answer, Order } from "./message.ts";

/** One worker, wherever it runs. */
export interface Thread {
  /** Sends an order; the buffers named go with it and are gone here. */
  send(order: Order, buffers: readonly ArrayBuffer[]): void;
  /** Ends it at once, whatever it is doing. */
  stop(): void;
}

export interface Listener {
  answered(answer: Answer): void;
  /** The thread ended by itself, and why. Not called after `stop`. */
  died(reason: string): void;
}

/** Starts one thread. */
export type Spawn = (listener: Listener) => Thread;

/** A thread's own end of the line. */
export interface Port {
  send(answer: Answer, buffers: readonly ArrayBuffer[]): void;
  listen(receive: (order: Order) => void): void;
}
