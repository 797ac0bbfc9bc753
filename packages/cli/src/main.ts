import { Command, CommanderError } from "commander";
import { exitCode, UsageError } from "./exit-code.ts";
import { Interrupted } from "./terminal/interrupt.ts";
import { version } from "./version.ts";

const program = new Command("sequitur")
  .description("Puts a policy argument to the test: runs a system-dynamics model through every plausible future.")
  .version(version)
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    "after",
    `
Exit codes: 0 fine, 1 findings or diagnostics that failed, 2 bad usage.

Examples:
  $ sequitur simulate teacup.mdl --set "Room Temperature=20" --out teacup.csv
  $ sequitur check studies/us-strikes-in-mexico
  $ sequitur run studies/us-strikes-in-mexico --futures 20000 --json > findings.json
  $ sequitur open studies/us-strikes-in-mexico`,
  );

// Only what is asked for is loaded: a run of one small model should not wait for what judges studies.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  simulate: async () => (await import("./command/simulate.ts")).simulateCommand(),
  check: async () => (await import("./command/check.ts")).checkCommand(),
  convert: async () => (await import("./command/convert.ts")).convertCommand(),
  document: async () => (await import("./command/document.ts")).documentCommand(),
  loops: async () => (await import("./command/loops.ts")).loopsCommand(),
  run: async () => (await import("./command/run.ts")).runCommand(),
  merge: async () => (await import("./command/merge.ts")).mergeCommand(),
  calibrate: async () => (await import("./command/calibrate.ts")).calibrateCommand(),
  search: async () => (await import("./command/search.ts")).searchCommand(),
  open: async () => (await import("./command/open.ts")).openCommand(),
  export: async () => (await import("./command/export.ts")).exportCommand(),
  verify: async () => (await import("./command/verify.ts")).verifyCommand(),
  worker: async () => (await import("./command/worker.ts")).workerCommand(),
};

const asked = commands[process.argv[2] ?? ""];
for (const load of asked === undefined ? Object.values(commands) : [asked])
  program.addCommand((await load()).exitOverride().showSuggestionAfterError());

// A reader of our output that leaves early (`| head`) is no fault of anyone's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCode.fine);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = codeFor(error);
}

function codeFor(error: unknown): number {
  // Commander has already said what is wrong; help and version asked for are no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  if (error instanceof UsageError) {
    console.error(`sequitur: ${error.message}`);
    return exitCode.usage;
  }
  if (error instanceof Interrupted) {
    console.error(`sequitur: ${error.message}`);
    return exitCode.failed;
  }
  throw error;
}
