/** Which package may import which: the arrows of ARCHITECTURE.md, held against every import by `layers.test.ts`. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  engine: ["model"],
  ensemble: ["engine", "model"],
  analysis: [],
  study: ["analysis", "ensemble", "engine", "model"],
  cli: ["study", "analysis", "ensemble", "engine", "model"],
  app: ["study", "analysis", "ensemble", "engine", "model"],
};

/** The only places outside `cli` that may know of Node; everything else runs in a browser unchanged. Tests may. */
export const mayUseNode: readonly RegExp[] = [
  /^packages\/cli\//,
  /^packages\/ensemble\/src\/execute\/[\w-]*node[\w-]*\.ts$/,
];
