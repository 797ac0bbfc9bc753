import type { DrawingSyntax } from "../syntax/syntax-tree.ts";
import { xmlText } from "./xml-text.ts";

const isee = "http://iseesystems.com/XMILE";

/** The name spaces that a file needs: isee's for the save interval, and those that its drawing was written with. */
export function namespacesOf(drawing: DrawingSyntax | undefined): string {
  const declared = new Map([["isee", isee]]);
  const root = drawing?.format === "xmile-view" ? /<xmile\b[^>]*>/u.exec(drawing.span.source.text)?.[0] : undefined;
  for (const [, prefix, address] of (root ?? "").matchAll(/xmlns:([\w-]+)\s*=\s*["']([^"']*)["']/gu))
    declared.set(prefix!, address!);
  return [...declared].map(([prefix, address]) => ` xmlns:${prefix}="${xmlText(address)}"`).join("");
}
