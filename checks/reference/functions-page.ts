import type { Builtin } from "@sequitur/model";
import { cell, page, table } from "./markdown.ts";

/** `docs/functions.md`: every built-in function, from the one table that the parser and the compiler read. */
export function functionsPage(
  builtins: readonly Builtin[],
  notYet: Readonly<Record<string, readonly string[]>>,
): string {
  const named = builtins.filter(({ names }) => names.vensim !== undefined || names.xmile !== undefined);
  const rows = named.map((row) => [
    cell(row.names.vensim ?? "–"),
    cell(row.names.xmile ?? "–"),
    cell(`(${row.args.join(", ")})`),
    row.says,
    row.source,
  ]);
  return page("Built-in functions", [
    "What each dialect calls it, its arguments (one with a question mark may be left out), what it does, and where that is documented.",
    "Random functions draw once a step, also under a Runge-Kutta method, from streams of our own: Philox 4×32-10, keyed by the run's seed, the future, the call, the element and the step. So a future can be made again without the others, on any machine. No other tool's stream is reproduced: a model with random functions gives other numbers than in Vensim or Stella, with the same distributions. A seed or stream in a call, and the constant `NOISE SEED`, choose other numbers.",
    table(["Vensim", "XMILE", "arguments", "what it does", "source"], rows),
    "## Not computed yet",
    "These are known by name: a model that calls one is told so, with the line.",
    ...Object.entries(notYet).map(
      ([dialect, names]) => `**${dialect}**: ${names.map((name) => `\`${name}\``).join(", ")}.`,
    ),
  ]);
}
