import type { Job, Range } from "../job.ts";
import { openMachines } from "./machines.ts";
import type { Order } from "./message.ts";
import { columnCount, openRanges } from "./range.ts";
import type { Port } from "./thread.ts";

/** What a thread does all its life: it takes a job, then runs one range of it after the other. */
export function serve(port: Port): void {
  let opened: Promise<RunIntoBuffer> | undefined;

  port.listen((order) => {
    obey(order).catch((error: unknown) => port.send({ kind: "failed", reason: reasonOf(error) }, []));
  });

  async function obey(order: Order): Promise<void> {
    switch (order.kind) {
      case "job":
        opened = openJob(order.job);
        await opened;
        return port.send({ kind: "ready" }, []);
      case "range": {
        if (opened === undefined) throw new Error("A range came before its job.");
        const { range, buffer } = order;
        (await opened)(range, buffer);
        return port.send({ kind: "range", range, buffer }, [buffer]);
      }
    }
  }
}

type RunIntoBuffer = (range: Range, buffer: ArrayBuffer) => void;

async function openJob(job: Job): Promise<RunIntoBuffer> {
  const run = openRanges(await openMachines(job), job);
  const columns = columnCount(job);
  return (range, buffer) => run(range, new Float64Array(buffer, 0, columns * (range.end - range.first)));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
