import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NamedDimensionSyntax } from "./dimensions.ts";

/**
 * Dimensions that no file declares but that the tree needs: another name for one that an equation runs through twice, and
 * the part of one that a range takes. They are made when first asked for, and collected for the tree.
 */
export class DerivedDimensions {
  private readonly declared: ReadonlyMap<string, NamedDimensionSyntax>;
  private readonly made = new Map<string, NamedDimensionSyntax>();

  /** @param declared the dimensions of the file, by key */
  constructor(declared: ReadonlyMap<string, NamedDimensionSyntax>) {
    this.declared = declared;
  }

  get all(): readonly NamedDimensionSyntax[] {
    return [...this.made.values()];
  }

  /** @param used how often the dimension is in use already; its own name is good for the first use only */
  alias(dimension: NamedDimensionSyntax, used: number): NamedDimensionSyntax {
    if (used === 0) return dimension;
    const { name, span } = dimension;
    return this.make({ ...dimension, name: `${name} (${used + 1})`, elements: [], aliasOf: { name, span } });
  }

  /** @param first @param last positions counted from 0, both included */
  subrange(dimension: NamedDimensionSyntax, first: number, last: number, span: Span): NamedDimensionSyntax {
    const name = `${dimension.name} (${first + 1}:${last + 1})`;
    return this.make({ ...dimension, name, elements: dimension.elements.slice(first, last + 1), span });
  }

  /** The name of the dimension that this is another name of, or its own; elements and what is computed are none's. */
  originOf(name: string): string {
    return this.made.get(name)?.aliasOf?.name ?? name;
  }

  /** How many elements a dimension of the file, or one made here, runs through; undefined where there is none of that name. */
  sizeOf(name: string): number | undefined {
    const dimension = this.made.get(name) ?? this.declared.get(nameKey(name));
    return dimension?.aliasOf === undefined ? dimension?.elements.length : this.sizeOf(dimension.aliasOf.name);
  }

  private make(dimension: NamedDimensionSyntax): NamedDimensionSyntax {
    const made = this.made.get(dimension.name);
    if (made === undefined) this.made.set(dimension.name, dimension);
    return made ?? dimension;
  }
}
