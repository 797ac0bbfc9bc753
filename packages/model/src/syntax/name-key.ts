/**
 * The key by which two names are the same: case does not count, and a run of spaces and underscores counts as one space
 * (Vensim reference manual, "Rules for variable names"; XMILE 1.0, 3.2.2.2). A written-out line break in an XMILE name (`\n`)
 * and a no-break space count as spaces too. Names come here with their quotes already undone.
 */
export function nameKey(name: string): string {
  if (isKey.test(name)) return name;
  return name
    .normalize("NFC")
    .replace(/(?:[\s_]|\\n)+/gu, " ")
    .replace(/^ | $/gu, "")
    .toLowerCase();
}

/** What is its own key already; most names of elements are. */
const isKey = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
