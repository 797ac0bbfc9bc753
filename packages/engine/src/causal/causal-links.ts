import type { Equation, Expr, Model } from "@sequitur/model";
import { type Element, elementName, offsetAt, sizeOf, turnCount, turnsOf } from "../element/element.ts";
import type { ElementName } from "../program.ts";
import { readsOf } from "./reads-of.ts";

/** A number of a model that changes as a run goes. */
export interface CausalNode {
  readonly element: Element;
  /** Of the element. */
  readonly name: ElementName;
  /** "element": the number itself; "rate": what changes it, where it is a stock; "input": what goes into a delay of it. */
  readonly kind: "element" | "rate" | "input";
  /** What it is computed by; undefined where it is moved on from step to step. */
  readonly computed: Computed | undefined;
}

/** Expressions with the turns of the loops around them; a sample keeps what it had where its condition does not hold. */
export interface Computed {
  readonly value: Expr;
  readonly condition: Expr | undefined;
  readonly turns: readonly number[];
}

/** "instant": the equation of `to` reads `from`; "inflow": `from` is the rate of the stock `to`, or what its delay takes in. */
export interface CausalLink {
  readonly from: number;
  readonly to: number;
  readonly kind: "instant" | "inflow";
}

/** Which of a model's changing numbers act on which; nodes are numbered by position. */
export interface CausalLinks {
  readonly nodes: readonly CausalNode[];
  readonly links: readonly CausalLink[];
}

/** Beyond these, following every link takes longer than anyone waits. */
const most = { nodes: 5000, links: 50_000 };

/**
 * A model's causal links, element by element. The rate of a stock is a node of its own, so that it does not matter how its flows
 * are written: the score of a flow on that rate is what Schoenberg, Hayward & Eberlein 2023, Syst. Dyn. Rev. 39, 140-151, eq. 3, give a
 * flow on its stock. Undefined where there are too many.
 */
export function causalLinks(model: Model): CausalLinks | undefined {
  const nodes: CausalNode[] = [];
  const moves: CausalLink[] = [];
  for (const equation of model.equations) {
    if (nodes.length + turnCount(equation.loops) > most.nodes) return undefined;
    addNodes(model, equation, nodes, moves);
  }
  const own = positions(model, nodes);
  const links = [...moves];
  for (const [to, node] of nodes.entries()) {
    for (const from of sourcesOf(model, node, own)) links.push({ from, to, kind: "instant" });
    if (links.length > most.links) return undefined;
  }
  return { nodes, links };
}

function addNodes(model: Model, equation: Equation, nodes: CausalNode[], moves: CausalLink[]): void {
  const { variable, at, loops } = equation;
  for (let turn = 0; turn < turnCount(loops); turn++) {
    const turns = turnsOf(loops, turn);
    const element = { variable, offset: offsetAt(model.variables[variable]!.axes, at, turns) };
    const add = (kind: CausalNode["kind"], computed?: Computed) =>
      nodes.push({ element, name: elementName(model, element), kind, computed }) - 1;
    const moved = (kind: "rate" | "input", value: Expr) => {
      const to = add("element");
      moves.push({ from: add(kind, { value, condition: undefined, turns }), to, kind: "inflow" });
    };
    const { definition } = equation;
    switch (definition.kind) {
      case "auxiliary":
        add("element", { value: definition.value, condition: undefined, turns });
        break;
      case "sample":
        add("element", { value: definition.input, condition: definition.condition, turns });
        break;
      case "stock":
        moved("rate", definition.rate);
        break;
      case "pipeline":
      case "previous":
        moved("input", definition.input);
        break;
      case "constant":
      case "initial":
      case "lookup":
      case "data":
        return;
    }
  }
}

/** The node of each element, by variable and offset; -1 where it does not change by itself. */
function positions({ variables }: Model, nodes: readonly CausalNode[]): readonly Int32Array[] {
  const own = variables.map((variable) => new Int32Array(sizeOf(variable)).fill(-1));
  for (const [position, { element, kind }] of nodes.entries())
    if (kind === "element") own[element.variable]![element.offset] = position;
  return own;
}

/** Nodes that a node's expressions read, each once. */
function sourcesOf(model: Model, { computed }: CausalNode, own: readonly Int32Array[]): ReadonlySet<number> {
  const sources = new Set<number>();
  if (computed === undefined) return sources;
  for (const expr of [computed.value, computed.condition])
    if (expr !== undefined)
      for (const { variable, offset } of readsOf(expr, computed.turns, model)) {
        const from = own[variable]![offset]!;
        if (from >= 0) sources.add(from);
      }
  return sources;
}
