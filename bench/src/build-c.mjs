import { execFileSync, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the bench puts what it makes. */
export const outFolder = fileURLToPath(new URL("../out/", import.meta.url));

// A compiler may need minutes to do its utmost on a long file.
const patience = 180_000;

/** Builds a C file with the machine's gcc or clang, as well as it can in time: says how, or undefined where none could. */
export async function buildC(file, program, flags) {
  mkdirSync(dirname(program), { recursive: true });
  for (const compiler of ["gcc", "clang"])
    for (const level of ["-O3", "-O1"]) {
      const end = await ended(compiler, [level, ...flags, file, "-o", program, "-lm", "-lpthread"]);
      if (end === "built") return `${compiler} ${level}`;
      if (end === "missing") break;
    }
  return undefined;
}

/**
 * A compiler hands its work to another process, which goes on for minutes when only the first is stopped and takes a core from
 * all that is measured meanwhile: so it has a group of its own, and that is stopped.
 */
function ended(compiler, args) {
  return new Promise((resolve) => {
    const child = spawn(compiler, args, { stdio: "ignore", detached: true });
    const timer = setTimeout(() => process.kill(-child.pid), patience);
    const end = (how) => {
      clearTimeout(timer);
      resolve(how);
    };
    child.on("error", ({ code }) => end(code === "ENOENT" ? "missing" : "failed"));
    child.on("close", (code) => end(code === 0 ? "built" : "failed"));
  });
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
