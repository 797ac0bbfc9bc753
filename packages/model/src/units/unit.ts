/**
 * A unit as a product of powers of base units, each a name of the modeller's (`person`, `Month`). Dimensionless is the empty
 * product. Powers may be fractions, as SQRT makes them.
 */
export interface Unit {
  readonly powers: ReadonlyMap<string, number>;
}

export const dimensionless: Unit = { powers: new Map() };
