// Outside quotes a name begins with a letter and goes on with letters, digits, "_", "$" and "'" (and spaces inside). Beyond
// ASCII, Vensim takes every character; mathematical signs are left out here, so that a pasted "−" is reported, not read as
// part of a name.
const FOREIGN = /[^\p{Z}\p{Cc}\p{Cs}\p{Sm}]/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 128 && /\s/u.test(String.fromCharCode(code)));
}

export function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || (code >= 128 && foreignWidth(text, at) > 0);
}

/** How many UTF-16 units of a name stand here: 0, 1, or 2 for a character beyond the basic plane. */
export function namePartWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 128) return foreignWidth(text, at);
  return isLetter(code) || isDigit(code) || code === 36 || code === 39 ? 1 : 0;
}

/** An ASCII letter or "_". */
function isLetter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 95;
}

function foreignWidth(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return FOREIGN.test(character) && !isSpace(text.charCodeAt(at)) ? character.length : 0;
}
