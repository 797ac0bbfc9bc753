import { Command } from "commander";
import { exitCode, UsageError } from "../exit-code.ts";
import { writeText } from "../file/text-file.ts";
import { oneFilePage, writeSite } from "../page/export-page.ts";
import { pageParts } from "../page/page-content.ts";

interface ExportOptions {
  readonly html?: string;
  readonly site?: string;
}

export function exportCommand(): Command {
  return new Command("export")
    .description("Write a study or a model as a page that needs no Sequitur: one file, or a folder for any web host.")
    .argument("<study-or-model>", "a study's folder, or an .mdl, .xmile or .stmx file")
    .option("--html <file>", "one .html file with everything in it, which opens from disk; - for standard output")
    .option("--site <folder>", "a folder of files for a web host")
    .addHelpText(
      "after",
      `
The page does what "sequitur open" shows: readers move sliders, run every future again, and check the digest, in their own browser.
It asks no other host for anything, and its content security policy forbids that it ever does. Printed, its brief makes a few pages.

Exit codes: 0 written, 1 the study or model has errors, 2 bad usage.

Examples:
  $ sequitur export studies/us-strikes-in-mexico --html strikes.html
  $ sequitur export studies/us-strikes-in-mexico --site public/
  $ sequitur export teacup.mdl --html teacup.html`,
    )
    .action(exportPage);
}

async function exportPage(path: string, { html, site }: ExportOptions): Promise<void> {
  if (html === undefined && site === undefined)
    throw new UsageError("say where to: --html FILE, --site FOLDER, or both.");
  const parts = await pageParts(path);
  if (parts === undefined) {
    process.exitCode = exitCode.failed;
    return;
  }
  if (html !== undefined) await writeText(html, await oneFilePage(parts));
  if (site !== undefined) await writeSite(parts, site);
}
