import { SaxesParser } from "saxes";
import { UnreadableFile } from "./unreadable-file.ts";

/** An element of one of a spreadsheet's parts, without the prefix of its name space. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Visitor {
  readonly open: (element: XmlPart) => void;
  /** `text` is what stands directly inside. */
  readonly close?: (element: { readonly name: string; readonly text: string }) => void;
}

/** Goes through the elements of a part in their order. The parser expands no entities but XML's own. */
export function eachElement(part: string, { open, close }: Visitor): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const texts: string[] = [];
  parser.on("error", () => {
    throw new UnreadableFile("its XML is damaged");
  });
  parser.on("opentag", ({ name, attributes }) => {
    texts.push("");
    open({ name: bare(name), attributes });
  });
  const add = (text: string) => {
    if (texts.length > 0) texts.push(texts.pop()! + text);
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => close?.({ name: bare(name), text: texts.pop() ?? "" }));
  parser.write(part).close();
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);
