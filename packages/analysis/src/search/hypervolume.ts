/**
 * The volume that a set of solutions dominates, up to a reference point: the one figure by which sets of solutions are compared,
 * larger for what is nearer, wider and denser. Exact; by slices along the last objective, each with the volume of one dimension
 * less: fast for two to four objectives and some hundred solutions.
 * @param points  shape [solutions][objectives], less is better; what does not dominate the reference counts for nothing
 * @returns  in the product of the objectives' units
 * Source: Zitzler & Thiele 1998, PPSN V, 292-301; slicing: While, Hingston, Barone & Huband 2006, IEEE Trans. Evol. Comput. 10, 29-38.
 */
export function hypervolume(points: readonly Float64Array[], reference: Float64Array): number {
  const inside = points.filter((point) => point.every((value, i) => value < reference[i]!));
  return volume(inside, reference, reference.length);
}

/** Over the first `dimensions` objectives. */
function volume(points: readonly Float64Array[], reference: Float64Array, dimensions: number): number {
  if (points.length === 0) return 0;
  if (dimensions === 1) return reference[0]! - Math.min(...points.map((point) => point[0]!));
  if (dimensions === 2) return area(points, reference);
  const last = dimensions - 1;
  const rising = points.toSorted((a, b) => a[last]! - b[last]!);
  let sum = 0;
  let front: readonly Float64Array[] = [];
  rising.forEach((point, i) => {
    front = [...front.filter((other) => !covers(point, other, last)), point];
    const depth = (rising[i + 1]?.[last] ?? reference[last]!) - point[last]!;
    if (depth > 0) sum += depth * volume(front, reference, last);
  });
  return sum;
}

/** Whether `a` is at least as good as `b` in the first objectives. */
function covers(a: Float64Array, b: Float64Array, dimensions: number): boolean {
  for (let i = 0; i < dimensions; i++) if (a[i]! > b[i]!) return false;
  return true;
}

function area(points: readonly Float64Array[], reference: Float64Array): number {
  const rising = points.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  let [sum, lowest] = [0, reference[1]!];
  for (const point of rising)
    if (point[1]! < lowest) {
      sum += (reference[0]! - point[0]!) * (lowest - point[1]!);
      lowest = point[1]!;
    }
  return sum;
}
