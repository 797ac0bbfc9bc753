/**
 * Positions of a column's values by rising value, equal ones by position. The values alone are sorted, which a typed array does
 * without a call for each comparison, and each finds its place among them: several times as fast as sorting positions.
 * @param column  without NaN      @returns  shape [n]
 */
export function risingOrder(column: Float64Array): Uint32Array {
  const sorted = column.slice().sort();
  const order = new Uint32Array(column.length);
  const taken = new Uint32Array(column.length);
  for (let position = 0; position < column.length; position++) {
    const place = countBelow(sorted, column[position]!);
    order[place + taken[place]!] = position;
    taken[place]! += 1;
  }
  return order;
}

/** How many values of a rising column lie below this one. */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
