import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const code = new URL("../limit/limit.c", import.meta.url);
// 32 futures a block, eight AVX2 vectors: the fastest of the sizes that were tried.
const flags = ["-O3", "-mavx2", "-mfma", "-DUSE_AVX2", "-DBLK=32"];

/** The model of `limit/` by hand in C, built for AVX2; undefined where there is no gcc, or no AVX2. */
export function buildHandC() {
  const folder = mkdtempSync(join(tmpdir(), "limit-"));
  const program = join(folder, "limit");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync("gcc", [...flags, code.pathname, "-lm", "-lpthread", "-o", program], { stdio: "pipe" });
    execFileSync(program, ["dump"], { stdio: "pipe" });
  } catch {
    remove();
    return undefined;
  }
  return {
    /** Futures per second, in `threads` threads for so many seconds. */
    rate: (threads, seconds) => {
      const said = execFileSync(program, ["4096", String(threads), String(seconds)], { encoding: "utf8" });
      return Number(/runs\/s (\d+)/.exec(said)[1]);
    },
    /** The base run: a row a save, a number an output. */
    base: () =>
      execFileSync(program, ["dump"], { encoding: "utf8" })
        .trim()
        .split("\n")
        .map((line) => line.split("\t").map(Number)),
    remove,
  };
}
