import { runRange } from "@sequitur/ensemble";
import { planStudy } from "@sequitur/study";
import { row, timed } from "./samples.mjs";
import { openFirstStudy } from "./study.mjs";

const id = "ensemble/overhead/microseconds";
const futures = 8192;

/** What a future costs beside its runs: its inputs drawn and handed over under every policy, its figures taken. */
export const overhead = {
  ids: [id],
  measure: async () => {
    const { job } = planStudy(openFirstStudy(), { futures }).main;
    // A model that takes no time leaves all else to be measured.
    const idle = { layout: job.program.layout, runMany: () => {} };
    const work = () => runRange([idle], job, { first: 0, end: futures });
    for (let warm = 0; warm < 3; warm++) work();
    return row(
      id,
      "µs",
      Array.from({ length: 7 }, () => (1000 * timed(work)) / futures),
    );
  },
};
