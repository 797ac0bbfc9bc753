import { cpus } from "node:os";

/** What was measured on, in a line. */
export function machineName() {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model ?? "unknown"}, Node ${process.versions.node}, V8 ${process.versions.v8}`;
}
