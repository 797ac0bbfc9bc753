import { chooseBox, inputTable, policySearch, primTrajectory, saltelliBlocks, sobolIndices } from "@sequitur/analysis";
import { kernels } from "@sequitur/engine";
import { openDesign, randomStream } from "@sequitur/ensemble";
import { row, timed } from "./samples.mjs";

const inputs = 20;

const works = [
  { id: "analysis/sobol/milliseconds", rounds: 5, prepare: sobolWork },
  { id: "analysis/prim/milliseconds", rounds: 5, prepare: primWork },
  { id: "analysis/epsilon-nsga-ii/milliseconds", rounds: 3, prepare: searchWork },
];

/** How long the statistics of a study take on one thread, its model aside. */
export const analysis = {
  ids: works.map(({ id }) => id),
  measure: async (wanted) =>
    works
      .filter(({ id }) => wanted(id))
      .flatMap(({ id, rounds, prepare }) => {
        const work = prepare();
        return row(
          id,
          "ms",
          Array.from({ length: rounds }, () => timed(work)),
        );
      }),
};

/** The g-function at a Saltelli design of 20 inputs, N = 4096, input by input, and its indices with 1,000 resamples. */
function sobolWork() {
  const columns = columnsOf({ kind: "saltelli", base: 4096 });
  const uniform = drawn(4096 * 1000);
  return () => {
    const outcome = new Float64Array(columns[0].length).fill(1);
    for (const [a, column] of columns.entries())
      for (let i = 0; i < outcome.length; i++) outcome[i] *= (Math.abs(4 * column[i] - 2) + a) / (1 + a);
    const found = sobolIndices(saltelliBlocks(outcome, inputs), { uniform }).total[0].value;
    if (Math.abs(found - firstTotal) > 0.02) throw new Error(`a total index of ${found}, where it is ${firstTotal}`);
  };
}

/** Shape [input][point]. */
function columnsOf(spec) {
  const design = openDesign(spec, inputs, 1);
  const columns = Array.from({ length: inputs }, () => new Float64Array(design.size));
  const point = new Float64Array(inputs);
  for (let i = 0; i < design.size; i++) {
    design.point(i, point);
    for (let d = 0; d < inputs; d++) columns[d][i] = point[d];
  }
  return columns;
}

/** Total index of the first input of the g-function with a = 0, 1, 2 …: Sobol' 1993. */
const firstTotal = (() => {
  const variances = Array.from({ length: inputs }, (_, a) => 1 / (3 * (1 + a) ** 2));
  const all = variances.reduce((product, variance) => product * (1 + variance), 1);
  return (variances[0] * all) / (1 + variances[0]) / (all - 1);
})();

/** A box among 10,000 futures of 20 inputs, their order included. */
function primWork() {
  const columns = columnsOf({ kind: "sobol", size: 10_000 });
  const interest = Uint8Array.from(columns[0], (x, i) => Number(x > 0.6 && columns[7][i] < 0.5));
  return () => {
    const futures = { table: inputTable(columns), interest };
    const box = chooseBox(futures, primTrajectory(futures));
    if (box?.limits.map(({ input }) => input).join() !== "0,7")
      throw new Error("another box than the one that is there");
  };
}

/** DTLZ2, three objectives and twelve levers, 100,000 evaluations. */
function searchWork() {
  return () => {
    const uniform = randomStream(1, "bootstrap");
    const search = policySearch({
      low: new Float64Array(12),
      high: new Float64Array(12).fill(1),
      epsilons: new Float64Array(3).fill(0.06),
      uniform: (i) => uniform.uniform(i, 0, 0),
      pow: kernels.pow,
    });
    while ((search.trace.at(-1)?.evaluations ?? 0) < 100_000)
      for (const { id, levers } of search.ask()) search.tell(id, dtlz2(levers));
    const furthest = Math.max(...search.solutions.map(({ objectives: [x, y, z] }) => Math.hypot(x, y, z)));
    if (furthest > 1.02) throw new Error(`a solution ${furthest} from the origin, where the front is at 1`);
  };
}

/** Deb, Thiele, Laumanns & Zitzler 2002. */
function dtlz2(x) {
  let g = 0;
  for (let i = 2; i < x.length; i++) g += (x[i] - 0.5) ** 2;
  const [a, b] = [(x[0] * Math.PI) / 2, (x[1] * Math.PI) / 2];
  const objectives = [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
  return { objectives: Float64Array.from(objectives, (value) => (1 + g) * value), violation: 0 };
}

/** Draws made beforehand, as a study makes them. */
function drawn(count) {
  const stream = randomStream(1, "bootstrap");
  const draws = Float64Array.from({ length: count }, (_, i) => stream.uniform(i, 0, 0));
  return (i) => draws[i];
}
