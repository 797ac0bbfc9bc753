/** One turn of an equation, as a file lays its values out. */
export interface ExternalTurn {
  /** The element that it defines, as a column is named. */
  readonly element: string;
  /** Its place in each dimension on the left, outermost first; subscripts that are single elements have no part in it. */
  readonly places: readonly number[];
}

export interface ExternalTurns {
  /** Of the dimensions on the left. */
  readonly sizes: readonly number[];
  readonly turns: readonly ExternalTurn[];
}
