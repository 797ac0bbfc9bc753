import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The built page, beside this package in a clone and under node_modules when installed: `dist` for a host, `dist-one-file` for a file. */
export function pageFolder(built: "dist" | "dist-one-file"): string {
  const manifest = createRequire(import.meta.url).resolve("@sequitur/app/package.json");
  return join(dirname(manifest), built);
}
