import type { Outcome } from "./source/diagnostic.ts";
import { report } from "./source/diagnostics.ts";
import { fileStem } from "./source/file-stem.ts";
import type { Source } from "./source/source.ts";
import { span } from "./source/span.ts";
import { emptyTree } from "./syntax/empty-tree.ts";
import type { Dialect, SyntaxTree } from "./syntax/syntax-tree.ts";
import { readVensim } from "./vensim/read-vensim.ts";
import { readXmile } from "./xmile/read-xmile.ts";

/** Reads a model of either dialect, chosen by what the text begins with, and by the file's ending where that does not tell. */
export function readSyntax(source: Source): Outcome<SyntaxTree> {
  const dialect = dialectOf(source);
  if (dialect === "xmile") return readXmile(source);
  if (dialect === "vensim") return readVensim(source);
  const unknown = report("unknown-model-format", span(source, 0, 0), { file: source.file });
  return { value: emptyTree("vensim", fileStem(source.file)), diagnostics: [unknown] };
}

const endings: ReadonlyMap<string, Dialect> = new Map([
  ["mdl", "vensim"],
  ["xmile", "xmile"],
  ["stmx", "xmile"],
  ["itmx", "xmile"],
  ["xml", "xmile"],
]);

/** An XMILE file begins with a tag, which no Vensim file can; a Vensim file says its encoding, or has equations ended by bars. */
function dialectOf({ file, text }: Source): Dialect | undefined {
  if (/^\ufeff?\s*<[?!A-Za-z]/u.test(text)) return "xmile";
  const byEnding = endings.get(file.slice(file.lastIndexOf(".") + 1).toLowerCase());
  if (byEnding === "vensim") return byEnding;
  if (/^\ufeff?\s*\{UTF-8\}|\\\\\\---\/\/\/ Sketch/u.test(text)) return "vensim";
  return byEnding;
}
