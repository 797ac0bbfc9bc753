import { findingsKey } from "@sequitur/study";
import { Command, InvalidArgumentError } from "commander";
import { exitCode, UsageError } from "../exit-code.ts";
import { storedFindings } from "../file/findings-store.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { computeFindings, type RunOptions } from "../findings-of.ts";
import { count } from "./count-option.ts";

interface VerifyOptions extends RunOptions {
  readonly digest?: string;
}

export function verifyCommand(): Command {
  return new Command("verify")
    .description("Compute a study's findings again from nothing, and say whether their digest is the same.")
    .argument("<study>", "a study's folder")
    .option(
      "--digest <digest>",
      "compare with this digest, or its first 8 digits or more (default: that of the stored findings)",
      digestText,
    )
    .option("--futures <number>", "how many futures were examined (default: what the study says)", count(2))
    .option("--threads <number>", "how many threads to use (default: every core)", count(1))
    .option("--seed <number>", "which draw of futures (default: what the study says)", count(0))
    .addHelpText(
      "after",
      `
Exit codes: 0 the same, 1 different or the study has errors, 2 bad usage.

Examples:
  $ sequitur verify studies/us-strikes-in-mexico
  $ sequitur verify studies/us-strikes-in-mexico --threads 1 --digest 5d1f…`,
    )
    .action(verify);
}

async function verify(folder: string, { digest, ...options }: VerifyOptions): Promise<void> {
  const study = await openStudy(await readStudyFolder(folder));
  if (study === undefined) return;
  const claimed = digest ?? (await storedFindings(folder, findingsKey(study, options)))?.digest;
  if (claimed === undefined) {
    throw new UsageError(
      `"${folder}" has no stored findings to compare with. Run it first, or give a digest with --digest.`,
    );
  }
  const { digest: computed } = await computeFindings(study, options);
  const same = computed.startsWith(claimed);
  console.log(same ? `same       ${computed}` : `different\n  claimed  ${claimed}\n  computed ${computed}`);
  if (!same) process.exitCode = exitCode.failed;
}

function digestText(text: string): string {
  if (!/^[0-9a-f]{8,64}$/i.test(text)) throw new InvalidArgumentError("Give 8 to 64 hexadecimal digits.");
  return text.toLowerCase();
}
