/** A name in an equation: spaces as underscores where it is a plain identifier then, else in quotes (XMILE 1.0, 3.2.2.1). */
export function identifierText(name: string): string {
  const plain = name.replaceAll(" ", "_");
  return isPlain.test(plain) && !keywords.test(plain) ? plain : `"${escapedName(name)}"`;
}

/** A name in an attribute, or alone in an element, where it needs no quotes. */
export function escapedName(name: string): string {
  return name.replace(/[\\"]/gu, "\\$&");
}

const isPlain = /^(?![\u2010-\u201f\u2212])[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*$/u;
const keywords = /^(?:and|or|not|mod|if|then|else)$/iu;
