import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** `sequitur open` on a free port: the very command that a reader uses. */
export interface ServedPage {
  readonly address: string;
  close(): void;
}

export function servePage(path: string): Promise<ServedPage> {
  const child = spawn(
    process.execPath,
    ["packages/cli/bin/sequitur.mjs", "open", path, "--port", "0", "--no-browser"],
    { cwd: root },
  );
  return new Promise((done, fail) => {
    let said = "";
    child.stderr.on("data", (data: Buffer) => {
      said += String(data);
    });
    child.stdout.on("data", (data: Buffer) => {
      const [address] = /http:\S+/.exec(String(data)) ?? [];
      if (address !== undefined) done({ address, close: () => close(child) });
    });
    child.on("exit", (status) => fail(new Error(`sequitur open ended with ${status}: ${said}`)));
  });
}

function close(child: ChildProcess): void {
  child.removeAllListeners("exit");
  child.kill();
}
