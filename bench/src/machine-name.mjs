import { cpus, loadavg, release, type } from "node:os";
import { compilerVersion } from "./build-c.mjs";

/** What was measured on, in a line; with how busy it was before, since a busy machine has less to give. */
export function machineName() {
  const processors = cpus();
  const load = loadavg()[0];
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}`,
    `${type()} ${release()}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    compilerVersion() ?? "no C compiler",
    ...(type() === "Windows_NT" ? [] : [`load ${load.toFixed(1)} before the start`]),
  ].join(", ");
}
