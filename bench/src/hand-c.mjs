import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildC, outFolder } from "./build-c.mjs";

const code = fileURLToPath(new URL("../limit/limit.c", import.meta.url));
// 32 futures a block, eight AVX2 vectors: the fastest of the sizes that were tried.
const flags = ["-mavx2", "-mfma", "-DUSE_AVX2", "-DBLK=32"];

/** The model of `limit/` by hand in C, built for AVX2; undefined where there is no C compiler, or no AVX2. */
export async function buildHandC() {
  const program = join(outFolder, "limit");
  if ((await buildC(code, program, flags)) === undefined) return undefined;
  const say = (...args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const base = say("dump")
      .trim()
      .split("\n")
      .map((line) => line.split("\t").map(Number));
    return {
      /** Futures per second in one thread. */
      rate: (milliseconds) => Number(/runs\/s (\d+)/.exec(say("4096", "1", String(milliseconds / 1000)))[1]),
      /** The base run: a row a save, a number an output. */
      base,
    };
  } catch {
    // It was built, but the processor has no AVX2.
    return undefined;
  }
}
