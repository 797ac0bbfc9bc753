import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  // The page may stand in any folder of any host, and is built from the packages' source.
  base: "./",
  resolve: { conditions: ["source", "browser", "module", "import", "default"] },
  plugins: [svelte()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // Reader, engine and study are one chunk, which every view needs.
    chunkSizeWarningLimit: 900,
  },
});
