import { writeFileSync } from "node:fs";
import { shown } from "./table.mjs";

const file = new URL("../../docs/performance.md", import.meta.url);

// What the project holds itself to: [id, least or most, by how much, in words].
const aims = [
  ["limit/one-thread/ratio-to-avx2", "least", 0.44, "0.44 of hand-written AVX2"],
  ["limit/one-thread/ratio-to-sde-js", "least", 20, "20 times SDEverywhere's JavaScript"],
  ["limit/one-thread/ratio-to-sde-c", "least", 1.8, "1.8 times SDEverywhere's C"],
  ["limit/two-threads/ratio-to-one", "least", 1.9, "1.9 times one thread"],
  ["teacup/one-run/ratio-to-sde-c", "least", 1, "as fast as SDEverywhere's C"],
  ["SIR/one-run/ratio-to-sde-c", "least", 1, "as fast as SDEverywhere's C"],
  ["generated/one-run/ratio-to-sde-c", "least", 1, "as fast as SDEverywhere's C"],
  ["limit/text-to-first-number/node", "most", 10, "10 ms"],
  ["limit/text-to-first-number/chromium", "most", 10, "10 ms"],
  ["generated/text-to-first-number/node", "most", 500, "500 ms"],
  ["generated/text-to-first-number/chromium", "most", 500, "500 ms"],
  ["page/slider-to-paint/median", "most", 16, "16 ms"],
  ["long/text-to-model", "most", 1000, "1 s"],
  ["wide/text-to-model-beyond-its-text", "most", 10, "10 ms"],
];

/** Writes docs/performance.md: every figure of this run, and where we are behind. */
export function writePerformancePage({ machine, rows, skipped, notes }) {
  writeFileSync(file, performancePage({ machine, rows, skipped, notes }));
}

export function performancePage({ machine, rows, skipped, notes }) {
  const missed = aims.flatMap((aim) => missedBy(aim, rows));
  return `# Performance

Written by \`npm run bench\`: do not edit. Each figure is the middle of several rounds, in which everyone who is compared was measured
in turns; ± is half the distance between the quartiles. A ratio is how many times as fast we are, round by round.

Measured on: ${machine}.

${missed.length === 0 ? "Every aim that was measured is met." : `Where we are behind:\n\n${missed.join("\n")}`}

| what | value | ± | unit |
| --- | ---: | ---: | --- |
${rows.map(({ id, value, spread, unit }) => `| ${id} | ${shown(value)} | ${shown(spread)} | ${unit} |`).join("\n")}
${skipped.map(({ id, why }) => `\nSkipped: ${id} (${why}).`).join("")}${notes.map((words) => `\n${words}`).join("")}

## What is measured

- **limit**: \`bench/limit/limit.mdl\`, a policy model of 67 equations, 480 Euler steps, 10 constants varied and 6 outputs at 61 save
  points, 4,096 futures a call; beside \`limit.c\`, the same by hand in C with AVX2 and FMA, and beside SDEverywhere's JavaScript and C.
  The hand-written C multiplies by reciprocals of constants, which rounds differently; we divide, as the model says.
- **limit/parts**: nanoseconds a future and step, with EXP and the power taken out of the model, and then its four lookups too. Of what is
  left, most is division, 21 a step, which an exact engine cannot turn into multiplication.
- **SDEverywhere's C** is what its compiler generates, built with \`-O3 -march=native\`. Its own runtime is in no package of the
  registry, so the loop over time and the reading of lookups are \`bench/peers/\`.
- **one-run**: one future, every variable stored, for \`teacup\` and \`SIR\` of the public test models, and for the model that
  \`node bench/src/generated-model.mjs\` writes: 3,500 equations, arrays, 160 lookups, smooths and delays, 1,000 steps.
- **text-to-first-number**: reading, compiling, making ready and one run with every variable stored; \`first\` in a fresh process or
  page, the others again in the same one.
- **study**: runs of one future under one policy of \`studies/us-strikes-in-mexico\`, the figures of its measures included.
- **ensemble/overhead**: what a future of that study costs beside its runs, on its thread: inputs drawn, handed over under each of the
  policies, and every figure taken; with a model in the compiled one's place that takes no time.
- **page**: the simulator of the first study in a real Chromium without a graphics card, its window 1,280 by 900: from the moment a slider
  is moved by the mouse until the frame with the model's new run is painted, 220 moves; and from a slider at rest until the fan of 512
  futures under both policies is drawn, the 150 ms of waiting whether it rests included.
- **analysis**, on one thread: Sobol' indices of 20 inputs at N = 4,096 with 1,000 resamples, the g-function they are of included; a PRIM
  box among 10,000 futures of 20 inputs, their sorting included; ε-NSGA-II on DTLZ2 with three objectives, 100,000 evaluations.
`;
}

function missedBy([id, kind, bound, words], rows) {
  const found = rows.find((row) => row.id === id);
  if (found === undefined) return [];
  const met = kind === "least" ? found.value >= bound : found.value <= bound;
  return met
    ? []
    : [`- ${id} is ${shown(found.value)}; the aim is ${kind === "least" ? "at least" : "at most"} ${words}.`];
}
