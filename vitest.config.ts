import { defineConfig } from "vitest/config";

// Tests read each package's source, so that no build has to run first; "source" is the condition in every package.json.
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "checks/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself it leaves a core free, which on two cores is every other one.
    maxWorkers: "100%",
  },
});
