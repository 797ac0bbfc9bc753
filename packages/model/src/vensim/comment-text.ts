/** What a comment in `.mdl` text cannot hold: the marks that end it, and a backslash at the end of a line, which would join lines. */
const unwritable = /[~|]|\\(?=[ \t]*(?:\n|$))/g;
const replacements: Readonly<Record<string, string>> = { "~": "∼", "|": "¦", "\\": "∖" };

export function commentText(comment: string): { readonly text: string; readonly changed: boolean } {
  const text = comment.replace(unwritable, (mark) => replacements[mark]!);
  return { text, changed: text !== comment };
}
