/**
 * The solution whose worst goal is least far from the best that any reaches in that goal, in parts of the range that solutions span; the
 * first such one. Undefined where there is none.
 * @param solutions  shape [solution][objective], less is better
 * Source: Zeleny 1973, "Compromise programming", in Multiple Criteria Decision Making, 262-301, with the largest of the distances.
 */
export function compromise(solutions: readonly Float64Array[]): number | undefined {
  const objectives = solutions[0]?.length ?? 0;
  const ends = Array.from({ length: objectives }, (_, at) => {
    const values = solutions.map((solution) => solution[at]!);
    return { best: Math.min(...values), worst: Math.max(...values) };
  });
  const distance = (solution: Float64Array) =>
    Math.max(...ends.map(({ best, worst }, at) => (worst > best ? (solution[at]! - best) / (worst - best) : 0)));
  const distances = solutions.map(distance);
  return solutions.length === 0 ? undefined : distances.indexOf(Math.min(...distances));
}
