import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the bench puts what it makes. */
export const outFolder = fileURLToPath(new URL("../out/", import.meta.url));

/** Builds a C file with the machine's gcc or clang; says which did, or undefined where none could. */
export function buildC(file, program, flags) {
  mkdirSync(dirname(program), { recursive: true });
  for (const compiler of ["gcc", "clang"]) {
    try {
      execFileSync(compiler, ["-O3", ...flags, file, "-o", program, "-lm", "-lpthread"], { stdio: "pipe" });
      return compiler;
    } catch {
      // The next one, if there is one.
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
