/** One view of a drawing. Lengths are in the file's pixels, y downwards; every edge joins two nodes of the same view. */
export interface Diagram {
  readonly name: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  readonly id: number;
  readonly kind: DiagramNodeKind;
  /** The variable's name as drawn, or a note's text; empty for a cloud. */
  readonly name: string;
  /** Another picture of a variable that is drawn elsewhere. */
  readonly shadow: boolean;
  /** The middle; of a flow, the middle of its valve. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The middle of the name: differs from `x`, `y` for a flow. */
  readonly label: Point;
}

/** A stock is what stands in a box; whether the variable is one, the model knows. */
export type DiagramNodeKind = "stock" | "flow" | "variable" | "cloud" | "note";

export interface DiagramEdge {
  readonly from: number;
  readonly to: number;
  /** A causal arrow, or a pipe: from a stock or cloud to a flow, and from a flow to a stock or cloud. */
  readonly kind: "causal" | "flow";
  /** A point that the line goes through; undefined for a straight one. */
  readonly bend: Point | undefined;
  readonly polarity: "+" | "-" | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
