import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { spawnScript } from "./spawn-node.ts";
import type { Spawn } from "./thread.ts";

export { cores } from "./spawn-node.ts";

/**
 * For those who run the packages' TypeScript itself, as tests do: a thread of Node 20 loads no TypeScript, so the worker is made into
 * one script first. It is made anew for each run, so that it is never older than its source.
 */
export async function openSpawn(): Promise<Spawn> {
  const input = fileURLToPath(new URL("./worker-node.ts", import.meta.url));
  const bundle = await rolldown({ input, platform: "node", resolve: { conditionNames: ["source", "default"] } });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return spawnScript(new URL(`data:text/javascript,${encodeURIComponent(output[0].code)}`));
}
