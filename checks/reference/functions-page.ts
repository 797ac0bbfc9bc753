import type { Builtin, Refused } from "@sequitur/model";
import { cell, page, table } from "./markdown.ts";

/** `docs/functions.md`: every built-in function, from the one table that the parser and the compiler read. */
export function functionsPage(builtins: readonly Builtin[], refusals: readonly Refused[]): string {
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
    "## By dialect",
    "Every name that a dialect documents, and what comes of it there: computed, refused by name and line, or no function of that dialect. An XMILE file reaches Vensim's own functions as `vensim.NAME`.",
    table(["function", "Vensim", "XMILE"], supportRows(named, refusals)),
    "## Refused",
    "A model that calls one of these is told so, with the line and the reason.",
    table(["function", "dialect", "why"], refusedRows(refusals)),
  ]);
}

function refusedRows(refusals: readonly Refused[]): readonly (readonly string[])[] {
  const rows = refusals.flatMap(({ dialect, names, why }) => names.map((name) => [cell(name), dialect, `${why}.`]));
  return rows.sort(([a], [b]) => (a! < b! ? -1 : 1));
}

/** One row a name: what each dialect makes of it. */
function supportRows(builtins: readonly Builtin[], refusals: readonly Refused[]): readonly (readonly string[])[] {
  const names = new Set([
    ...builtins.flatMap((row) => [row.names.vensim ?? [], row.names.xmile ?? []].flat()),
    ...refusals.flatMap((refused) => refused.names),
  ]);
  const said = (dialect: "vensim" | "xmile", name: string) => {
    const rows = builtins.filter((row) => row.names[dialect] === name);
    if (rows.length > 0) return `computed: ${rows.map(({ args }) => `(${args.join(", ")})`).join(" or ")}`;
    if (refusals.some((refused) => refused.dialect === dialect && refused.names.includes(name))) return "refused";
    return dialect === "xmile" ? elsewhere(builtins.find((row) => row.names.vensim === name)) : "–";
  };
  return [...names].sort().map((name) => [cell(name), said("vensim", name), said("xmile", name)]);
}

/** How an XMILE file says what Vensim calls by another name. */
function elsewhere(row: Builtin | undefined): string {
  if (row === undefined) return "–";
  return `as ${cell(row.names.xmile ?? `vensim.${row.names.vensim?.replaceAll(" ", "_")}`)}`;
}
