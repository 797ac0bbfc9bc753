/** A file's name without its folders and its ending: what a model is called that does not say its name. */
export function fileStem(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return base.replace(/\.[^.]*$/u, "") || base;
}
