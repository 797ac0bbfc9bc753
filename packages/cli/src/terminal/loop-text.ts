/** "a → b → c → a"; of a loop of more than `most` variables the first, and how many more there are before it closes. */
export function loopText(variables: readonly string[], most: number): string {
  const [first = "", ...others] = variables;
  if (variables.length <= most) return [first, ...others, first].join(" → ");
  return [first, ...others.slice(0, most - 1), `(${variables.length - most} more)`, first].join(" → ");
}
