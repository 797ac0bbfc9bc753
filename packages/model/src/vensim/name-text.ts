import { isNameStart, namePartWidth } from "./name-character.ts";

/** A name as `.mdl` text: as it is where the scanner would read it as one name, else in quotes. */
export function nameText(name: string): string {
  return isPlain(name) ? name : `"${name.replace(/[\\"]/g, "\\$&")}"`;
}

function isPlain(name: string): boolean {
  if (!isNameStart(name, 0)) return false;
  for (let at = 0; at < name.length; ) {
    const width = namePartWidth(name, at);
    const isInnerSpace = name[at] === " " && at < name.length - 1;
    if (width === 0 && !isInnerSpace) return false;
    at += Math.max(1, width);
  }
  return true;
}
