import { readSyntax, source } from "@sequitur/model";
import { Command } from "commander";
import { listingOf } from "../document/listing.ts";
import { pageHtml } from "../document/page-html.ts";
import { exitCode } from "../exit-code.ts";
import { readModelFile } from "../file/model-file.ts";
import { writeText } from "../file/text-file.ts";
import { printDiagnostics } from "../terminal/diagnostics.ts";

export function documentCommand(): Command {
  return new Command("document")
    .description(
      "Write a model's documentation as one HTML page: each equation, what it uses and serves, and an assessment.",
    )
    .argument("<model>", "an .mdl, .xmile or .stmx file")
    .requiredOption("--out <file>", "the .html file to write, or - for standard output")
    .addHelpText(
      "after",
      `
The page needs no script and no network. It lists each variable with type, units, equation, comment, what it uses and what
uses it, and its feedback loops; and what is missing: units, comments, users.

Exit codes: 0 written, 1 the model has errors, 2 bad usage.

Examples:
  $ sequitur document population.mdl --out population.html
  $ sequitur document workforce.stmx --out - > workforce.html`,
    )
    .action(document);
}

async function document(path: string, { out }: { readonly out: string }): Promise<void> {
  const { model, text, diagnostics } = await readModelFile(path);
  printDiagnostics(diagnostics.filter(({ severity }) => severity === "error"));
  if (model === undefined) process.exitCode = exitCode.failed;
  else await writeText(out, pageHtml(listingOf(readSyntax(source(path, text)).value, model, diagnostics)));
}
