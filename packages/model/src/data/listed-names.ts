/** Names for a message: the first five, and how many more. */
export function listedNames(names: readonly string[]): string {
  const first = names.slice(0, 5).map((name) => `"${name}"`);
  return first.join(", ") + (names.length > first.length ? ` and ${names.length - first.length} more` : "");
}
