import { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { isModelFile, readModelFile } from "../file/model-file.ts";
import { countDiagnostics, hasErrors, modelWords, printDiagnostics } from "../terminal/diagnostics.ts";
import { fileNames } from "./file-names-option.ts";

export function checkCommand(): Command {
  return new Command("check")
    .description("Read a model or a study and show everything found in it, each with its place and how to mend it.")
    .argument("<model-or-study>", "an .mdl, .xmile or .stmx file, or a study's folder")
    .option("--data <file>", "series for a model's data variables: .dat, .tab or .csv; may be repeated", fileNames, [])
    .option("--all", "show every diagnostic, however many there are")
    .addHelpText(
      "after",
      `
Exit codes: 0 no errors (warnings may be shown), 1 errors, 2 bad usage.

Examples:
  $ sequitur check population.mdl
  $ sequitur check studies/us-strikes-in-mexico`,
    )
    .action(check);
}

interface CheckOptions {
  readonly data: readonly string[];
  readonly all?: true;
}

async function check(path: string, { data, all }: CheckOptions): Promise<void> {
  const { diagnostics, words } = isModelFile(path) ? await checkModel(path, data) : await checkStudy(path);
  printDiagnostics(diagnostics, words, all ? Number.POSITIVE_INFINITY : undefined);
  console.error(`${path}: ${countDiagnostics(diagnostics)}`);
  if (hasErrors(diagnostics)) process.exitCode = exitCode.failed;
}

async function checkModel(path: string, data: readonly string[]) {
  return { diagnostics: (await readModelFile(path, data)).diagnostics, words: modelWords };
}

/** What reads studies is loaded only here: a model is checked the sooner. */
async function checkStudy(path: string) {
  const [{ readStudy }, { readStudyFolder, studyWords }] = await Promise.all([
    import("@sequitur/study"),
    import("../file/study-folder.ts"),
  ]);
  return { diagnostics: readStudy(await readStudyFolder(path)).diagnostics, words: studyWords };
}
