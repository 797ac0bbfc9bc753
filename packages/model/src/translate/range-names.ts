import type { Axis, DimensionId, Model } from "../model.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { DimensionSyntax, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { FreeNames } from "./free-name.ts";

/** A loop that has a name. */
export interface Turning {
  /** The dimension that has its elements, and what it is called here. */
  readonly range: string;
  readonly called: string;
}

/**
 * The dimensions that equations written out from a model go through: those of the file, and made ones for the places inside a conveyor,
 * for parts of a dimension, and for one that goes along with another.
 */
export class RangeNames {
  private readonly model: Model;
  private readonly free: FreeNames;
  private readonly span: Span;
  private readonly known: ReadonlySet<string>;
  private readonly made = new Map<string, DimensionSyntax>();
  /** What the elements of a dimension that the file has not are called. */
  private readonly hidden = new Map<DimensionId, readonly string[]>();
  private readonly counted = new Map<number, readonly string[]>();
  private readonly lists = new Map<string, VariableSyntax>();

  constructor(model: Model, names: readonly string[], free: FreeNames, span: Span) {
    this.model = model;
    this.free = free;
    this.span = span;
    this.known = new Set(names.map(nameKey));
  }

  get dimensions(): readonly DimensionSyntax[] {
    return [...this.made.values()];
  }

  /** Lists of numbers, for what needs the place of an element. */
  get variables(): readonly VariableSyntax[] {
    return [...this.lists.values()];
  }

  element(axis: Axis, position: number): string {
    return this.elementsOf(axis)[position]!;
  }

  /** The dimension that has just these elements of an axis. */
  range(axis: Axis, positions: readonly number[]): string {
    const names = positions.map((position) => this.element(axis, position));
    return this.madeFor(names, undefined, this.partName(axis, positions));
  }

  /** The dimension that has these elements and stands for them, one by one, where another one turns. */
  counterpart(axis: Axis, positions: readonly number[], { range, called }: Turning): string {
    const names = positions.map((position) => this.element(axis, position));
    return this.existing(names) === range ? called : this.madeFor(names, called, this.partName(axis, positions));
  }

  /** Another name for a dimension, for the time that it is gone through once more inside itself. */
  again(name: string, times: number): string {
    const key = `again ${times}:${nameKey(name)}`;
    const before = this.made.get(key);
    if (before !== undefined) return before.name;
    const { span } = this;
    const alias = this.free.take(name);
    const rest = { elements: [], mappings: [], external: undefined, span };
    this.made.set(key, { name: alias, aliasOf: { name, span }, ...rest });
    return alias;
  }

  /** A dimension of so many elements that are nothing else. */
  turns(size: number): string {
    const name = `turns of ${size}`;
    const names =
      this.counted.get(size) ?? Array.from({ length: size }, (_, k) => this.free.take(`turn ${k + 1} of ${size}`));
    this.counted.set(size, names);
    return this.madeFor(names, undefined, name);
  }

  /** A variable over a dimension that has the numbers of its places. */
  places(dimension: string, positions: readonly number[], free: FreeNames): string {
    const values = positions.map((position) => position + 1);
    const key = `${nameKey(dimension)}:${values.join()}`;
    const name = this.lists.get(key)?.name ?? free.take(`place in ${dimension}`);
    this.lists.set(key, {
      name,
      nameSpan: this.span,
      subscripts: [{ name: dimension, span: this.span }],
      except: [],
      definition: { kind: "equation", expression: { kind: "array", rows: [values], span: this.span } },
      units: undefined,
      comment: "",
      group: undefined,
      supplementary: false,
      modulePath: [],
      span: this.span,
    });
    return name;
  }

  private elementsOf({ dimension, elements }: Axis): readonly string[] {
    const { name, elements: all } = this.model.dimensions[dimension]!;
    if (this.known.has(nameKey(name))) return elements;
    const named = this.hidden.get(dimension) ?? all.map((element) => this.free.take(`${name} ${element}`));
    this.hidden.set(dimension, named);
    return named;
  }

  private partName({ dimension }: Axis, positions: readonly number[]): string {
    const { name, elements } = this.model.dimensions[dimension]!;
    return positions.length === elements.length ? name : `${name} ${positions[0]! + 1} to ${positions.at(-1)! + 1}`;
  }

  /** A dimension with just these elements that is there already. */
  private existing(names: readonly string[]): string | undefined {
    const whole = this.model.dimensions.find(
      ({ name, elements }) => this.known.has(nameKey(name)) && isSame(elements, names),
    );
    return whole?.name ?? this.made.get(`:${names.map(nameKey).join()}`)?.name;
  }

  private madeFor(names: readonly string[], along: string | undefined, like: string): string {
    const whole = along === undefined ? this.existing(names) : undefined;
    if (whole !== undefined) return whole;
    const key = `${along ?? ""}:${names.map(nameKey).join()}`;
    const before = this.made.get(key);
    if (before !== undefined) return before.name;
    const name = this.free.take(along === undefined ? like : `${like} along ${along}`);
    const { span } = this;
    this.made.set(key, {
      name,
      elements: names.map((each) => ({ name: each, span })),
      mappings: along === undefined ? [] : [{ to: { name: along, span }, elements: [] }],
      aliasOf: undefined,
      external: undefined,
      span,
    });
    return name;
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, k) => nameKey(name) === nameKey(b[k]!));
}
