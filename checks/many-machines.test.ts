import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { studyCopy } from "./study-copy.ts";

const root = resolve(import.meta.dirname, "..");
const cli = "packages/cli/bin/sequitur.mjs";

/** Redis, or Valkey, which is the same to those who ask. */
const server = ["redis-server", "valkey-server"].find((name) => spawnSync(name, ["--version"]).status === 0);
const why = server === undefined ? " (skipped: neither redis-server nor valkey-server is installed)" : "";

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** A copy of the small study with steps so short that a range takes a worker a good while. */
function slowStudy(): string {
  const folder = studyCopy();
  const model = join(folder, "model/level.mdl");
  const text = readFileSync(model, "utf8");
  writeFileSync(
    model,
    text.replace("SAVEPER = TIME STEP", "SAVEPER = 1").replace("TIME STEP = 0.5", "TIME STEP = 0.0009765625"),
  );
  return folder;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A server on the loopback that writes down what it is told, and reads that again when it is started anew. */
async function startServer(port: number, folder: string): Promise<ChildProcess> {
  const args = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes"];
  const child = spawn(server!, [...args, "--appendfsync", "always"], { stdio: ["ignore", "pipe", "ignore"] });
  started.push(child);
  for await (const chunk of child.stdout) if (/Ready to accept connections/i.test(String(chunk))) break;
  child.stdout.resume();
  return child;
}

interface Command {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly closed: Promise<readonly unknown[]>;
}

function sequitur(...args: readonly string[]): Command {
  const child = spawn(process.execPath, [cli, ...args], { cwd: root });
  started.push(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) =>
      lines.push(
        ...String(data)
          .split("\n")
          .filter((line) => line !== ""),
      ),
    );
  return { child, lines, closed: once(child, "close") };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 20));
}

const starting = (lines: readonly string[], with_: string) => lines.filter((line) => line.startsWith(with_));

describe("many machines", () => {
  test.skipIf(server === undefined)(
    `four workers, one killed in the middle, the server started anew: the findings of one thread, no finished range run twice${why}`,
    async () => {
      const folder = slowStudy();
      const data = mkdtempSync(join(tmpdir(), "sequitur-redis-"));
      const port = await freePort();
      const address = `redis://127.0.0.1:${port}`;
      const redis = await startServer(port, data);
      const workers = [1, 2, 3, 4].map(() => sequitur("worker", address, "--threads", "1"));
      const [victim, ...others] = workers as [Command, ...Command[]];
      const run = sequitur("run", folder, "--futures", "16384", "--queue", address, "--json", "--out", folder);

      // The victim has taken a range and not yet finished it.
      await until(() => starting(victim.lines, "took").length > starting(victim.lines, "ran").length);
      victim.child.kill("SIGKILL");
      await until(() => others.some(({ lines }) => starting(lines, "ran").length > 0));
      redis.kill("SIGTERM");
      await once(redis, "close");
      await startServer(port, data);
      expect((await run.closed)[0]).toBe(0);

      const ran = workers.flatMap(({ lines }) => starting(lines, "ran").map((line) => line.replace(/ in .*/, "")));
      const kept = filesOf(folder);
      expect(ran.length).toBe(kept.length);
      const { digest } = JSON.parse(readFileSync(join(folder, "findings.json"), "utf8"));

      // One file is damaged: the next run has that range run again, and no other.
      const before = ran.length;
      const file = kept[3]!;
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(file, bytes);
      for (const name of readdirSync(join(folder, ".sequitur")).filter((one) => one.startsWith("findings-")))
        rmSync(join(folder, ".sequitur", name));
      const again = sequitur("run", folder, "--futures", "16384", "--queue", address, "--json");
      expect((await again.closed)[0]).toBe(0);
      expect(again.lines.join("\n")).toContain("not as it was written");
      expect(workers.flatMap(({ lines }) => starting(lines, "ran")).length).toBe(before + 1);
      expect(again.lines.join("\n")).toContain(digest);

      for (const { child, closed } of others) {
        child.kill("SIGINT");
        expect((await closed)[0]).toBe(0);
      }
      const alone = spawnSync(
        process.execPath,
        [cli, "verify", folder, "--futures", "16384", "--threads", "1", "--digest", digest],
        {
          cwd: root,
          encoding: "utf8",
        },
      );
      expect(alone.stdout).toMatch(/^same/);
    },
    120_000,
  );

  for (const [what, args, says] of [
    ["an address that is none", ["worker", "localhost:6379"], /such as redis:\/\/localhost:6379/],
    [
      "a server that is not there",
      ["worker", "redis://127.0.0.1:1"],
      /no Redis or Valkey server answers at 127\.0\.0\.1:1/,
    ],
    [
      "a queue that is not there",
      ["run", "checks/study", "--queue", "redis://127.0.0.1:1", "--store", "/nowhere"],
      /answers at/,
    ],
  ] as const)
    test(`${what} is bad usage`, async () => {
      const { lines, closed } = sequitur(...args);
      expect([(await closed)[0], lines.join("\n")]).toEqual([2, expect.stringMatching(says)]);
    });
});

function filesOf(folder: string): readonly string[] {
  const runs = join(folder, ".sequitur/runs");
  return readdirSync(runs, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".parquet"))
    .map((name) => join(runs, name))
    .sort();
}
