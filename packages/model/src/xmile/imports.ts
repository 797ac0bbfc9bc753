import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { ImportSyntax } from "../syntax/syntax-tree.ts";
import { isTrue } from "./element-name.ts";
import { spanOfText } from "./sourced-text.ts";
import { childrenNamed, type XmlElement } from "./xml-element.ts";

/** The connections of `<data>` that bring values in by themselves (XMILE 1.0, 2.9); what is brought in on demand only is not. */
export function readImports(root: XmlElement, found: Diagnostic[]): readonly ImportSyntax[] {
  const all = childrenNamed(root, "data").flatMap((section) => childrenNamed(section, "import"));
  return all.filter(isAutomatic).flatMap((element) => importOf(element, found) ?? []);
}

function isAutomatic({ attributes }: XmlElement): boolean {
  const [enabled, frequency] = [attributes.get("enabled"), attributes.get("frequency")];
  return (enabled === undefined || isTrue(enabled)) && frequency?.text.trim().toLowerCase() !== "on_demand";
}

function importOf({ attributes, tag }: XmlElement, found: Diagnostic[]): ImportSyntax | undefined {
  const resource = attributes.get("resource");
  if (resource === undefined || resource.text.trim() === "") {
    found.push(report("missing-attribute", tag, { element: "import", attribute: "resource" }));
    return undefined;
  }
  const type = attributes.get("type")?.text.trim().toLowerCase() ?? "csv";
  if (type === "xml") {
    const facts = { what: "What is imported from XML", instead: "the values that stand in this file are used." };
    found.push(report("passed-over-in-xmile", tag, facts));
    return undefined;
  }
  return {
    file: { text: resource.text.trim(), span: spanOfText(resource) },
    sheet: attributes.get("worksheet")?.text.trim(),
    across: attributes.get("orientation")?.text.trim().toLowerCase() === "horizontal",
    span: tag,
  };
}
