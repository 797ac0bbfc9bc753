// What a range of futures costs on this machine, and from that what a billion futures would on many: see docs/scale.md.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mergedMoments, mergedSketches, momentsOf, quantileSketch } from "@sequitur/analysis";
import { instantiate } from "@sequitur/engine";
import { fillStore, memoryFolder, openStore, runRange } from "@sequitur/ensemble";
import { planStudy, readStudy } from "@sequitur/study";
import { simulateSchedule } from "./schedule-simulation.mjs";

const folder = fileURLToPath(new URL("../../studies/us-strikes-in-mexico", import.meta.url));
/** As a queue cuts the first study. */
const futuresOfRange = 1024;
const billion = 1e9;
const cores = 1000;

/** A line of a gigabit a second, and one of ten: what a rented machine has. */
const lines = { "1 Gbit/s": 125e6, "10 Gbit/s": 1250e6 };
/** A command of BullMQ on Redis: published benchmarks of either give tens of thousands a second. */
const askSeconds = 1e-4;

const answerNames = ["file", "summary", "summary4"];
const partsOfRun = ["hours", "cores", "server", "coordinator"];

/** What many machines would take, from what a range costs on this one. */
export const scale = {
  ids: [
    "scale/future",
    ...answerNames.flatMap((what) => [`scale/${what}/size`, `scale/${what}/keep`]),
    ...Object.keys(lines).flatMap((line) =>
      answerNames.flatMap((what) => partsOfRun.map((part) => `scale/1e9/${what}/${line}/${part}`)),
    ),
  ],
  measure: measureScale,
};

async function measureScale() {
  const costs = await measureCosts();
  const row = (id, value, unit) => ({ id: `scale/${id}`, value, unit, spread: 0 });
  const { future, answers } = costs;
  return [
    row("future", future * 1e6, "µs of a core for a future under all policies"),
    ...Object.entries(answers).flatMap(([what, { futures, bytes, keep }]) => [
      row(`${what}/size`, bytes / 1e6, `MB for ${futures} futures`),
      row(`${what}/keep`, keep * 1e3, "ms of the coordinator to take that in"),
    ]),
    ...Object.entries(lines).flatMap(([line, link]) =>
      Object.entries(answers).flatMap(([what, answer]) =>
        rowsOf(row, `1e9/${what}/${line}`, played(future, answer, link)),
      ),
    ),
  ];
}

function rowsOf(row, id, { lasted, used, server, coordinator }) {
  return [
    row(`${id}/hours`, lasted / 3600, `h for a billion futures on ${cores} cores`),
    row(`${id}/cores`, 100 * used, "% of the cores' time used"),
    row(`${id}/server`, 100 * server, "% of the server's line used"),
    row(`${id}/coordinator`, 100 * coordinator, "% of the coordinator's time used"),
  ];
}

/** A billion futures played through: a worker a core, ranges that differ by a fifth, one worker in ten thousand dying. */
function played(future, { futures, bytes, keep }, link) {
  const run = { workers: cores, ranges: Math.ceil(billion / futures), compute: future * futures };
  return simulateSchedule({ ...run, bytes, keep, link, spread: 0.2, lost: 1e-4, noticed: 9, ask: askSeconds });
}

async function measureCosts() {
  const { job } = planStudy(readStudy(filesOf(folder)).value).main;
  return {
    future: await secondsOfFuture(job),
    answers: {
      file: await fileAnswer(job, futuresOfRange),
      summary: await summaryAnswer(job, futuresOfRange),
      summary4: await summaryAnswer(job, 4 * futuresOfRange),
    },
  };
}

/** Every input and figure of a range, as a queue sends them. */
async function fileAnswer(job, futures) {
  const folder = await ranInto(job, futures);
  const [name] = await folder.names();
  const bytes = await folder.read(name);
  const store = await openStore(job, memoryFolder());
  return { futures, bytes: bytes.length, keep: await secondsOf(() => store.take(name, bytes)) };
}

/** What is left of each figure under each policy: moments, and a sketch of its quantiles. */
async function summaryAnswer(job, futures) {
  const { figure } = (await openStore(job, await ranInto(job, futures))).experiments();
  const summary = [];
  for (const policy of job.policies.keys())
    for (const at of job.figures.keys()) {
      const column = (await figure(policy, at)).subarray(0, futures);
      summary.push({ moments: momentsOf(column), sketch: quantileSketch(column) });
    }
  const bytes = JSON.stringify(summary, (_, value) => (value instanceof Map ? [...value] : value)).length;
  return { futures, bytes, keep: await secondsOf(() => merged(summary, summary)) };
}

function merged(a, b) {
  return a.map(({ moments, sketch }, at) => ({
    moments: mergedMoments(moments, b[at].moments),
    sketch: mergedSketches(sketch, b[at].sketch),
  }));
}

async function ranInto(job, futures) {
  const folder = memoryFolder();
  await fillStore(await openStore(job, folder), { threads: 0, within: { first: 0, end: futures } });
  return folder;
}

async function secondsOfFuture(job) {
  const machine = await instantiate(job.program);
  const range = { first: 0, end: 8 * job.program.layout.block };
  return (await secondsOf(() => runRange([machine], job, range))) / range.end;
}

/** Of a core, whatever else the machine is doing: the middle of nine, when code is compiled for good. */
async function secondsOf(work) {
  const times = [];
  for (let run = -3; run < 9; run++) {
    const begun = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begun);
    if (run >= 0) times.push((user + system) / 1e6);
  }
  return times.sort((a, b) => a - b)[4];
}

function filesOf(root) {
  const names = readdirSync(root, { recursive: true }).filter((name) => !name.startsWith("."));
  const files = names.filter((name) => statSync(join(root, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(root, name), "utf8")]));
}
