/** For an option that may be repeated, each with the name of a file. */
export function fileNames(name: string, before: readonly string[]): readonly string[] {
  return [...before, name];
}
