import type { Loop } from "@sequitur/analysis";
import type { CausalLinks } from "@sequitur/engine";

/** The names round a loop, each acting on the next. A stock's rate is the stock's own: it is told once. */
export function loopVariables({ nodes, links }: CausalLinks, loop: Loop): readonly string[] {
  const passed = loop.links.map((link) => nodes[links[link]!.from]!);
  return passed.filter(({ kind }) => kind === "element").map(({ name }) => name);
}
