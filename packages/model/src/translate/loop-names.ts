import type { Index, Model } from "../model.ts";
import type { Span } from "../source/span.ts";
import { makerAt } from "./expression-maker.ts";
import type { RangeNames, Turning } from "./range-names.ts";

/** Where an expression stands: within which loops, and how many of them. */
export class Setting {
  readonly loops: Loops;
  readonly depth: number;
  readonly span: Span;

  constructor(loops: Loops, depth: number, span: Span) {
    this.loops = loops;
    this.depth = depth;
    this.span = span;
  }

  get make() {
    return makerAt(this.span);
  }

  inside(count: number): Setting {
    return new Setting(this.loops.inside(this.depth), this.depth + count, this.span);
  }
}

type Axis = Model["variables"][number]["axes"][number];
type Named = { readonly name: string; readonly bang: boolean };

/** What each loop is called: by a dimension on the left, or by one that a reduction marks. */
export class Loops {
  private readonly ranges: RangeNames;
  private readonly left: Map<number, Turning>;
  private readonly marked: Map<number, Turning>;
  /** The first loop of all reductions, and of the innermost; none on the left. */
  private readonly first: number;
  private readonly innermost: number;

  constructor(
    ranges: RangeNames,
    first = Number.POSITIVE_INFINITY,
    innermost = first,
    left?: Map<number, Turning>,
    marked?: Map<number, Turning>,
  ) {
    this.ranges = ranges;
    this.first = first;
    this.innermost = innermost;
    this.left = left ?? new Map();
    this.marked = marked ?? new Map();
  }

  /** Whether it is inside a reduction. */
  get isReduced(): boolean {
    return this.first !== Number.POSITIVE_INFINITY;
  }

  inside(depth: number): Loops {
    return new Loops(this.ranges, Math.min(this.first, depth), depth, this.left, new Map(this.marked));
  }

  /** A subscript on the left; undefined where a loop goes through two ranges at once. */
  define(axis: Axis, index: Index): string | undefined {
    if (index.kind === "fixed") return this.ranges.element(axis, index.position);
    return this.named(this.left, index.loop, this.ranges.range(axis, index.positions));
  }

  /** A subscript of a reference. A sum takes all that is marked inside it, so one further in cannot turn with one around it. */
  use(axis: Axis, index: Index): Named | undefined {
    if (index.kind === "fixed") return { name: this.ranges.element(axis, index.position), bang: false };
    if (this.isFurtherOut(index.loop)) return undefined;
    if (index.loop >= this.first) return this.mark(index.loop, this.ranges.range(axis, index.positions));
    const own = this.left.get(index.loop);
    return own === undefined ? undefined : { name: this.ranges.counterpart(axis, index.positions, own), bang: false };
  }

  /** What a loop itself is called; known once something that turns with it has been named. */
  turn({ loop }: Extract<Index, { kind: "loop" }>): Named | undefined {
    if (this.isFurtherOut(loop)) return undefined;
    const isMarked = loop >= this.first;
    const name = (isMarked ? this.marked : this.left).get(loop)?.called;
    return name === undefined ? undefined : { name, bang: isMarked };
  }

  private isFurtherOut(loop: number): boolean {
    return loop >= this.first && loop < this.innermost;
  }

  /** A name for a loop in which no array turns. */
  nameTurns(loop: number, size: number): void {
    if (!this.marked.has(loop)) this.mark(loop, this.ranges.turns(size));
  }

  private mark(loop: number, range: string): Named | undefined {
    const name = this.named(this.marked, loop, range);
    return name === undefined ? undefined : { name, bang: true };
  }

  /** What goes through the range already has its name, so that another loop needs a second one. */
  private named(turning: Map<number, Turning>, loop: number, range: string): string | undefined {
    const before = turning.get(loop);
    if (before !== undefined) return before.range === range ? before.called : undefined;
    const times = [...this.left.values(), ...this.marked.values()].filter((each) => each.range === range).length;
    const called = times === 0 ? range : this.ranges.again(range, times);
    turning.set(loop, { range, called });
    return called;
  }
}
