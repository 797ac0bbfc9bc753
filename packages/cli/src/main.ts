import { Command, CommanderError } from "commander";
import { calibrateCommand } from "./command/calibrate.ts";
import { checkCommand } from "./command/check.ts";
import { convertCommand } from "./command/convert.ts";
import { documentCommand } from "./command/document.ts";
import { mergeCommand } from "./command/merge.ts";
import { openCommand } from "./command/open.ts";
import { runCommand } from "./command/run.ts";
import { simulateCommand } from "./command/simulate.ts";
import { verifyCommand } from "./command/verify.ts";
import { workerCommand } from "./command/worker.ts";
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

for (const command of [
  simulateCommand,
  checkCommand,
  convertCommand,
  documentCommand,
  runCommand,
  mergeCommand,
  calibrateCommand,
  openCommand,
  verifyCommand,
  workerCommand,
]) {
  program.addCommand(command().exitOverride().showSuggestionAfterError());
}

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
