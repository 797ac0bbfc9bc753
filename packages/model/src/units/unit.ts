/**
 * A unit as a product of powers of base units, each a name of the modeller's (`person`, `Month`). Dimensionless is the empty
 * product. Powers may be fractions, as SQRT makes them.
 */
export interface Unit {
  readonly powers: ReadonlyMap<string, number>;
}

export const dimensionless: Unit = { powers: new Map() };

/** The unit of a number in an equation: dimensionless as a factor, and whatever is asked for anywhere else. Known by identity. */
export const plainNumber: Unit = { powers: new Map() };

/** The unit of an expression in which a fault was found: nothing more is said of what it is part of. Known by identity. */
export const faultyUnit: Unit = { powers: new Map() };
