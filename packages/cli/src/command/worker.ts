import { Command } from "commander";
import { serveQueue } from "../queue/serve-queue.ts";
import { interruptible } from "../terminal/interrupt.ts";
import { duration } from "../terminal/progress-line.ts";
import { count } from "./count-option.ts";
import { rangeText } from "./range-option.ts";
import { serverAddress } from "./server-option.ts";

interface WorkerOptions {
  readonly threads?: number;
}

export function workerCommand(): Command {
  return new Command("worker")
    .description("Run futures for `sequitur run --queue`, on this machine, until Ctrl-C.")
    .argument("<server>", "a Redis or Valkey server, such as redis://localhost:6379", serverAddress)
    .option("--threads <number>", "how many threads to use (default: every core)", count(1))
    .addHelpText(
      "after",
      `
A worker needs neither the study nor the model: the compiled model comes with the job. Start as many as you like, before or after the
run, and stop any of them at any time: a range that one was at goes to another. Who can write to the server can have a worker compute, and
nothing else: what it runs is WebAssembly without access to files or network.

Exit codes: 0 stopped, 2 bad usage or no server there.

Examples:
  $ sequitur worker redis://localhost:6379
  $ sequitur worker rediss://user:secret@queue.example.org:6380 --threads 16`,
    )
    .action(work);
}

async function work(server: string, { threads }: WorkerOptions): Promise<void> {
  await interruptible("stopped.", (signal) =>
    serveQueue(server, {
      threads,
      signal,
      ready: () => console.log(`Waiting for futures to run at ${new URL(server).host}   (Ctrl-C ends it)`),
      took: (range) => console.log(`took futures ${rangeText(range)}`),
      ran: (range, seconds) => console.log(`ran futures ${rangeText(range)} in ${duration(seconds)}`),
    }),
  );
}
