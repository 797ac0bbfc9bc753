import type { Dialect, SyntaxTree } from "./syntax-tree.ts";

/** The tree of a file in which nothing could be read. Its run is by Euler's method, the default of both dialects. */
export function emptyTree(dialect: Dialect, name: string): SyntaxTree {
  return {
    dialect,
    name,
    dimensions: [],
    variables: [],
    macros: [],
    modules: [],
    simulation: {
      initialTime: undefined,
      finalTime: undefined,
      timeStep: undefined,
      saveStep: undefined,
      timeUnits: undefined,
      method: "euler",
      span: undefined,
    },
    groups: [],
    unitSynonyms: [],
    unitDefinitions: [],
    realityChecks: [],
    drawing: undefined,
  };
}
