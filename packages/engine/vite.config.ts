import { defineConfig } from "vite";

// One file of plain JavaScript, which a page can import without a bundler of its own.
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ["source", "browser", "module", "import", "default"] },
  build: {
    target: "es2022",
    outDir: "dist/web",
    lib: { entry: "src/web.ts", formats: ["es"], fileName: () => "sequitur.js" },
  },
});
