import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { runEnsemble } from "../execute/run-ensemble.ts";
import { sampleJob } from "../execute/sample-job.ts";
import type { Job } from "../job.ts";
import { readerOf } from "./experiment-reader.ts";
import { fillStore, rangeSize } from "./fill-store.ts";
import { type Folder, memoryFolder } from "./folder.ts";
import { openStore, type Store } from "./store.ts";

const size = 20_000;
const job = sampleJob(size);
const table = await runEnsemble(job, { threads: 0 });

/** A folder with all futures of the job in it, in ranges of the given ends. */
async function filled(ends: readonly number[] = [7000, 12_345, size]): Promise<Folder> {
  const folder = memoryFolder();
  const store = await openStore(job, folder);
  for (const [at, end] of ends.entries())
    await fillStore(store, { threads: 0, within: { first: ends[at - 1] ?? 0, end } });
  return folder;
}

async function columnsIn(store: Store): Promise<readonly (readonly number[])[]> {
  const { input, figure } = store.experiments();
  const inputs = await Promise.all(job.uncertainties.map((_, at) => input(at)));
  const figures = await Promise.all(
    job.policies.flatMap((_, policy) => job.figures.map((_, at) => figure(policy, at))),
  );
  return [...inputs, ...figures].map((column) => [...column]);
}

const wanted = [...table.inputs, ...table.figures.flat()].map((column) => [...column]);

describe("what is kept", () => {
  test("is the table, however it was cut, column by column", async () => {
    const store = await openStore(job, await filled());
    expect(store.missing()).toEqual([]);
    expect(await columnsIn(store)).toEqual(wanted);
  });

  test("is the table too where ranges overlap", async () => {
    const folder = await filled([12_000, size]);
    const other = await filled([9000, 15_000, size]);
    for (const name of await other.names()) await folder.write(name, await other.read(name));
    expect(await columnsIn(await openStore(job, folder))).toEqual(wanted);
  });

  test("serves a design of fewer futures as it is, and one of more with what is new", async () => {
    const folder = await filled();
    const fewer = await openStore(sampleJob(9000), folder);
    expect(fewer.missing()).toEqual([]);
    expect([...(await fewer.experiments().figure(2, 1))]).toEqual(wanted[5 + 9]!.slice(0, 9000));
    expect((await openStore(sampleJob(25_000), folder)).missing()).toEqual([{ first: size, end: 25_000 }]);
  });

  test("has the same bytes and name whoever ran it", async () => {
    const [here, there] = await Promise.all(
      [0, 2].map(async (threads) => {
        const folder = memoryFolder();
        await fillStore(await openStore(job, folder), { threads });
        return (await folder.names()).toSorted();
      }),
    );
    expect(here).toEqual(there);
    expect(here!.length).toBe(Math.ceil(size / rangeSize(job)));
  });
});

test("a row is a future under a policy, with the model's names", async () => {
  const folder = await filled([100, size]);
  const [name] = (await folder.names()).toSorted();
  const { buffer } = await folder.read(name!);
  const rows = await parquetReadObjects({ file: buffer });
  expect(rows.length).toBe(300);
  const at = 250;
  expect(rows[at]).toEqual({
    scenario: 50n,
    policy: "more boats",
    "growth rate": table.inputs[0]![50],
    capacity: table.inputs[1]![50],
    bend: table.inputs[2]![50],
    "initial fish": table.inputs[3]![50],
    shyness: table.inputs[4]![50],
    boats: 25,
    "Fish at 2020": table.figures[2]![0]![50],
    "Fish minimum 2000..2020": table.figures[2]![1]![50],
    "Catch total 2005.25..2019.9": table.figures[2]![2]![50],
    "Catch change 2001..2020": table.figures[2]![3]![50],
  });
});

describe("a file that is not right counts as missing, and is run again", () => {
  const change = async (folder: Folder, how: (bytes: Uint8Array) => Uint8Array): Promise<string> => {
    const name = (await folder.names()).toSorted()[1]!;
    await folder.write(name, how(await folder.read(name)));
    return name;
  };
  for (const [what, how] of [
    ["cut short", (bytes: Uint8Array) => bytes.slice(0, -1)],
    ["empty", () => new Uint8Array()],
    [
      "altered in one bit of one figure",
      (bytes: Uint8Array) => bytes.map((byte, at) => (at === 9999 ? byte ^ 1 : byte)),
    ],
    ["no Parquet at all", () => new TextEncoder().encode("PAR1 is what it says")],
  ] as const)
    test(what, async () => {
      const folder = await filled();
      const name = await change(folder, how);
      const store = await openStore(job, folder);
      expect(store.refused).toEqual([{ name, reason: "damaged" }]);
      expect(store.missing()).toEqual([{ first: 7000, end: 8192 }]);
      await fillStore(store, { threads: 0 });
      expect(await columnsIn(await openStore(job, folder))).toEqual(wanted);
    });

  for (const [what, other] of [
    ["of another seed", { ...job, seed: 21 }],
    ["of another policy", { ...job, policies: job.policies.slice(1) }],
    [
      "of another distribution",
      {
        ...job,
        uncertainties: job.uncertainties.map((one) => ({
          ...one,
          distribution: { kind: "uniform", low: 1, high: 2 } as const,
        })),
      },
    ],
    [
      "of another model",
      {
        ...job,
        program: { ...job.program, bytes: job.program.bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)) },
      },
    ],
  ] satisfies readonly (readonly [string, Job])[])
    test(what, async () => {
      const store = await openStore(other, await filled());
      expect(store.refused.map(({ reason }) => reason)).toEqual(Array(5).fill("foreign"));
      expect(store.missing()).toEqual([{ first: 0, end: size }]);
    });

  test("renamed to other futures", async () => {
    const folder = await filled();
    const name = (await folder.names()).toSorted()[1]!;
    await folder.write(name.replace("0000008191", "0000008190"), await folder.read(name));
    await folder.remove(name);
    const store = await openStore(job, folder);
    expect([store.refused[0]?.reason, store.missing()]).toEqual(["foreign", [{ first: 7000, end: 8192 }]]);
  });
});

test("a run that is cancelled keeps what is finished, and the next goes on from there", async () => {
  const folder = memoryFolder();
  const control = new AbortController();
  const onProgress = () => control.abort(new Error("enough"));
  const many = { ...job, design: { kind: "sobol", size: 400_000 } as const };
  await expect(
    fillStore(await openStore(many, folder), { threads: 2, signal: control.signal, onProgress }),
  ).rejects.toThrow("enough");
  const store = await openStore(job, folder);
  const [left] = store.missing();
  expect(store.refused).toEqual([]);
  expect(left === undefined || left.first > 0).toBe(true);
  const seen: number[] = [];
  await fillStore(store, { threads: 0, onProgress: ({ done }) => seen.push(done) });
  expect(await columnsIn(store)).toEqual(wanted);
  expect(await columnsIn(await openStore(job, folder))).toEqual(wanted);
  if (left !== undefined) expect(seen.at(-1)).toBe(size);
});

test("a write that fails ends the run with its reason", async () => {
  const folder = { ...memoryFolder(), write: () => Promise.reject(new Error("the disk is full")) };
  await expect(fillStore(await openStore(job, folder), { threads: 2 })).rejects.toThrow("the disk is full");
});

test("futures that failed are listed with the policies under which they did", async () => {
  const poison = { name: "poison", set: [{ input: job.policies[1]!.set[0]!.input, value: -1e300 }] };
  const sick: Job = { ...sampleJob(40), policies: [...job.policies, poison] };
  const store = await openStore(sick, memoryFolder());
  await fillStore(store, { threads: 0 });
  expect(store.failures()).toEqual(Array.from({ length: 40 }, (_, future) => ({ future, policies: [3] })));
  expect(store.experiments().failed).toEqual(readerOf(await runEnsemble(sick, { threads: 0 })).failed);
});
