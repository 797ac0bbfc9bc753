// The whole of a Web Worker: it holds a study's programs, and draws a fan of futures whenever it is told to.
import { openPrograms, type Programs, type RunRows } from "../session/program-run.ts";
import { drawnFan } from "./drawn-fan.ts";
import type { FanOrder } from "./fan-message.ts";

interface Held {
  readonly run: RunRows;
  readonly times: readonly number[];
}

let held: Promise<Held> | undefined;

globalThis.onmessage = async ({ data }: MessageEvent<FanOrder>) => {
  switch (data.kind) {
    case "open":
      held = openHeld(data.programs);
      return;
    case "draw": {
      const { run, times } = await held!;
      globalThis.postMessage(drawnFan(run, times, data.request));
    }
  }
};

async function openHeld(programs: Programs): Promise<Held> {
  return { run: await openPrograms(programs), times: programs.programs[0].layout.times };
}
