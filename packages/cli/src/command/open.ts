import { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { pageParts } from "../page/page-content.ts";
import { servePage } from "../page/page-server.ts";
import { showInBrowser } from "../terminal/browser.ts";
import { count } from "./count-option.ts";

interface OpenOptions {
  readonly port?: number;
  readonly browser: boolean;
}

export function openCommand(): Command {
  return new Command("open")
    .description("Show a study or a model as a page in your browser. Nothing leaves this machine.")
    .argument("<study-or-model>", "a study's folder, or an .mdl, .xmile or .stmx file")
    .option("--port <number>", "the port on the loopback (default: 4880, or the next that is free)", count(0))
    .option("--no-browser", "only print the address")
    .addHelpText(
      "after",
      `
The page is served on the loopback until you press Ctrl-C.

Exit codes: 0 fine, 1 the study or model has errors, 2 bad usage.

Examples:
  $ sequitur open studies/us-strikes-in-mexico
  $ sequitur open teacup.mdl --port 8080`,
    )
    .action(open);
}

async function open(path: string, { port, browser }: OpenOptions): Promise<void> {
  const parts = await pageParts(path);
  if (parts === undefined) {
    process.exitCode = exitCode.failed;
    return;
  }
  const address = await servePage(parts, port);
  console.log(`${address}   (Ctrl-C ends it)`);
  if (browser) showInBrowser(address);
}
