// Makes a clone ready to run: installs what the lock file names and builds what changed. Uses nothing but Node itself,
// since it runs before anything is installed. What is already as it should be is left alone, so a second start is quick.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, "node_modules", ".cache", "sequitur");
const libraries = ["model", "engine", "ensemble", "analysis", "study", "cli"];

/** Installs and builds whatever is not up to date. Ends the process with a plain message when it cannot. */
export function prepare() {
  requireNode(20, 19);
  unlessUnchanged("installed", ["package.json", "package-lock.json"], "Installing", () => npm("ci"));
  unlessUnchanged("built-packages", buildInputs(libraries), "Building the packages", () =>
    node("node_modules/typescript/bin/tsc", "-b", ...libraries.map((name) => `packages/${name}`)),
  );
  unlessUnchanged("built-web", buildInputs(["model", "engine"]), "Building the engine for web pages", () =>
    node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "packages/engine"),
  );
  unlessUnchanged("built-app", buildInputs([...libraries, "app"]), "Building the page", () =>
    ["production", "one-file"].forEach((mode) => {
      node("node_modules/vite/bin/vite.js", "build", "--mode", mode, "--logLevel", "warn", "packages/app");
    }),
  );
}

/** Installs what the lock file of a folder names, unless that is done; says whether it could. */
export function installIn(folder) {
  const paths = ["package.json", "package-lock.json"].map((name) => `${folder}/${name}`);
  const stamp = join(root, folder, "node_modules", ".installed");
  const digest = digestOf(paths);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return true;
  console.error(`Installing what ${folder} needs …`);
  const { status } = npmIn(folder, "ci");
  if (status === 0) writeFileSync(stamp, digest);
  return status === 0;
}

/** Runs a script with this Node, in the root of the repository, and ends the process if it fails. */
export function node(script, ...args) {
  run(process.execPath, [join(root, script), ...args]);
}

function npm(...args) {
  endIfFailed("npm", npmIn(".", ...args));
}

function npmIn(folder, ...args) {
  // npm tells its scripts where it is; outside npm it is found on the path.
  const cli = process.env.npm_execpath;
  const all = [...args, "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, given] = cli
    ? [process.execPath, [cli, ...all]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", all];
  return spawnSync(command, given, { cwd: join(root, folder), stdio: "inherit" });
}

function run(command, args) {
  endIfFailed(command, spawnSync(command, args, { cwd: root, stdio: "inherit" }));
}

function endIfFailed(command, { status, error }) {
  if (error) stop(`Could not start ${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split(".").map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  stop(
    `Sequitur needs Node ${major}.${minor} or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
  );
}

function unlessUnchanged(name, paths, says, work) {
  const stamp = join(stamps, name);
  const digest = digestOf(paths);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  console.error(`${says} …`);
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, digest);
}

function buildInputs(packages) {
  const own = ["src", "public", "package.json", "tsconfig.json", "vite.config.ts", "index.html"];
  return [
    "package-lock.json",
    "tsconfig.base.json",
    ...packages.flatMap((name) => own.map((path) => `packages/${name}/${path}`)),
  ];
}

function digestOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths.flatMap(filesUnder)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
