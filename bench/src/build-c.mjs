import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the bench puts what it makes. */
export const outFolder = fileURLToPath(new URL("../out/", import.meta.url));

// A compiler may need minutes to do its utmost on a long file.
const patience = 180_000;

/** Builds a C file with the machine's gcc or clang, as well as it can in time: says how, or undefined where none could. */
export function buildC(file, program, flags) {
  mkdirSync(dirname(program), { recursive: true });
  for (const compiler of ["gcc", "clang"])
    for (const level of ["-O3", "-O1"]) {
      try {
        const given = [level, ...flags, file, "-o", program, "-lm", "-lpthread"];
        execFileSync(compiler, given, { stdio: "pipe", timeout: patience });
        return `${compiler} ${level}`;
      } catch (error) {
        if (error.code === "ENOENT") break;
      }
    }
  return undefined;
}

/** The name and version of the C compiler that is used, or undefined. */
export function compilerVersion() {
  for (const compiler of ["gcc", "clang"]) {
    try {
      return execFileSync(compiler, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split(
        "\n",
      )[0];
    } catch {
      // The next one, if there is one.
    }
  }
  return undefined;
}
