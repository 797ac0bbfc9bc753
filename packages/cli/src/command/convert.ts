import { type Dialect, readSyntax, source, writeModel } from "@sequitur/model";
import { Command } from "commander";
import { exitCode, UsageError } from "../exit-code.ts";
import { readModelFile } from "../file/model-file.ts";
import { writeText } from "../file/text-file.ts";
import { countDiagnostics, printDiagnostics } from "../terminal/diagnostics.ts";
import { fileNames } from "./file-names-option.ts";

export function convertCommand(): Command {
  return new Command("convert")
    .description("Write a model in the other language, or its own again: Vensim (.mdl) and XMILE (.xmile, .stmx).")
    .argument("<in>", "an .mdl, .xmile or .stmx file")
    .argument("<out>", "the file to write; its ending says in which language")
    .option("--data <file>", "series for a model's data variables: .dat, .tab or .csv; may be repeated", fileNames, [])
    .addHelpText(
      "after",
      `
Units, comments, groups, subscripts and the drawing go along, and a run gives the same numbers. What a Vensim model takes from files
beside it stands in the XMILE file itself: constants, lookups, elements, and data as tables over time. What the other language
has no way to say is shown with its place: as an error where the file could not mean the same, and then none is written.

Exit codes: 0 written (warnings may be shown), 1 errors, 2 bad usage.

Examples:
  $ sequitur convert population.mdl population.xmile
  $ sequitur convert workforce.stmx workforce.mdl`,
    )
    .action(convert);
}

async function convert(from: string, to: string, { data }: { readonly data: readonly string[] }): Promise<void> {
  const dialect = dialectOf(to);
  const { model, text, diagnostics } = await readModelFile(from, data);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const written = model && writeModel(readSyntax(source(from, text)).value, model, dialect);
  const found = [...errors, ...(written?.diagnostics ?? [])];
  printDiagnostics(found);
  if (written?.value === undefined) process.exitCode = exitCode.failed;
  else await writeText(to, written.value);
  console.error(`${to}: ${written?.value === undefined ? "not written" : "written"}, ${countDiagnostics(found)}`);
}

const dialects: Readonly<Record<string, Dialect>> = {
  mdl: "vensim",
  xmile: "xmile",
  stmx: "xmile",
  itmx: "xmile",
  xml: "xmile",
};

function dialectOf(path: string): Dialect {
  const dialect = dialects[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
  if (dialect !== undefined) return dialect;
  throw new UsageError(`"${path}" must end in .mdl (Vensim) or in .xmile, .stmx or .xml (XMILE).`);
}
