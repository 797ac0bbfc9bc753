import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** The one way in which the packages start a worker; the name of its file may end as the source's or as the build's. */
const start = /new Worker\(new URL\("(\.\/[\w-]+)\.[jt]s", import\.meta\.url\), \{ type: "module" \}\)/;

/** Workers begin from a blob that the page holds: so they start without a connection, and in a page opened from disk. */
function workersInside(): Plugin {
  return {
    name: "workers-inside",
    enforce: "pre",
    transform(code, id) {
      const [started, name] = start.exec(code) ?? [];
      if (started === undefined || !id.endsWith(".ts")) return null;
      const inside = `import WorkerInside from "${name}.ts?worker&inline";\n${code.replace(started, "new WorkerInside()")}`;
      return { code: inside, map: null };
    },
  };
}

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  // The page may stand in any folder of any host, and is built from the packages' source.
  base: "./",
  resolve: { conditions: ["source", "browser", "module", "import", "default"] },
  plugins: [workersInside(), svelte()],
  worker: { format: "es" as const, plugins: () => [workersInside()] },
  build:
    mode === "one-file"
      ? {
          // What `sequitur export --html` puts into one file: one script, one style sheet with its fonts.
          target: "es2022",
          outDir: "dist-one-file",
          emptyOutDir: true,
          copyPublicDir: false,
          assetsInlineLimit: Number.MAX_SAFE_INTEGER,
          cssCodeSplit: false,
          modulePreload: false,
          chunkSizeWarningLimit: 4000,
          rolldownOptions: { output: { codeSplitting: false } },
        }
      : {
          target: "es2022",
          outDir: "dist",
          emptyOutDir: true,
          assetsInlineLimit: 0,
          // What reads a study is one chunk, which comes after the first view.
          chunkSizeWarningLimit: 900,
        },
}));
