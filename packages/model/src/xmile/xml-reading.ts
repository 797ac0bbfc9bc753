import { SaxesParser } from "saxes";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Source } from "../source/source.ts";
import { span } from "../source/span.ts";
import { characterData, joinTexts, type SourcedText } from "./sourced-text.ts";
import type { XmlElement } from "./xml-element.ts";

interface OpenElement {
  readonly written: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, SourcedText>;
  readonly children: XmlElement[];
  readonly texts: SourcedText[];
  readonly start: number;
  readonly tagEnd: number;
  /** The default name space from here on; undefined where none was declared. */
  readonly defaultSpace: string | undefined;
}

const bare: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
]);

/** What XML reads as it stands, which is passed over, or a character that it must not hold as it stands. */
const literalOrBare =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&(?![\p{L}_:][\p{L}\p{N}_:.-]*;|#\d+;|#x[\da-f]+;)|<(?![\p{L}_:/!?])/giu;

/** A file of noise would otherwise give a diagnostic for each of its characters. */
const mostFaults = 20;

/**
 * One reading of one text, driven by the events of the XML parser, and gone with it. The parser checks; the stack of open
 * elements is kept here, because the parser gives up every open element at a closing tag that matches none.
 */
export class XmlReading {
  private readonly source: Source;
  private readonly found: Diagnostic[];
  private readonly parser = new SaxesParser({ position: false });
  private readonly open: OpenElement[] = [];
  private attributes = new Map<string, SourcedText>();
  private top: XmlElement | undefined;
  private tagStart = 0;
  /** Where the text that is being read began: the end of the markup before it. */
  private textStart = 0;
  private lastClosing = 0;
  /** After a closing tag that matches nothing, the parser takes what follows for a second document. */
  private strayed = false;
  private faults = 0;

  constructor(source: Source, found: Diagnostic[]) {
    this.source = source;
    this.found = found;
  }

  root(): XmlElement | undefined {
    const { parser } = this;
    parser.on("opentagstart", ({ name }) => this.startTag(name));
    parser.on("attribute", ({ name }) => this.addAttribute(name));
    parser.on("opentag", ({ name }) => this.openElement(name));
    parser.on("closetag", ({ isSelfClosing }) => this.closeTag(isSelfClosing));
    parser.on("text", () => this.addText());
    parser.on("cdata", () => this.addCdata());
    parser.on("comment", () => this.startText(parser.position + ">".length));
    parser.on("processinginstruction", () => this.startText(parser.position));
    parser.on("error", ({ message }) => this.takeFault(message));
    parser.write(this.withoutBare(this.source.text)).close();
    this.closeAtEnd();
    return this.top;
  }

  /**
   * A `&` or `<` that can begin nothing stands for itself, and a parser would lose the rest of the file for it. The parser
   * gets another character in its place; what is read is read from the source.
   */
  private withoutBare(text: string): string {
    return text.replace(literalOrBare, (found, at: number) => {
      const written = bare.get(found);
      if (written === undefined) return found;
      this.take(report("bare-xml-character", span(this.source, at, at + 1), { character: found, written }));
      return "+";
    });
  }

  private startText(position: number): void {
    this.textStart = position;
  }

  private startTag(name: string): void {
    this.tagStart = this.source.text.lastIndexOf(`<${name}`, this.parser.position - 1);
    this.attributes = new Map();
  }

  /** The parser is just past the closing quote, and no quote of that kind stands inside the value. */
  private addAttribute(name: string): void {
    const end = this.parser.position - 1;
    const quote = this.source.text[end];
    if (quote !== '"' && quote !== "'") return;
    const start = this.source.text.lastIndexOf(quote, end - 1) + 1;
    this.attributes.set(name, characterData(this.source, start, end, true));
  }

  private openElement(written: string): void {
    const { attributes, tagStart: start } = this;
    const defaultSpace = attributes.get("xmlns")?.text ?? this.open.at(-1)?.defaultSpace;
    const name = nameIn(written, this.spaceOf(written, defaultSpace));
    const tagEnd = this.parser.position;
    this.open.push({ written, name, attributes, children: [], texts: [], start, tagEnd, defaultSpace });
    this.startText(tagEnd);
  }

  private spaceOf(written: string, defaultSpace: string | undefined): string | undefined {
    const colon = written.indexOf(":");
    if (colon < 0) return defaultSpace;
    const declaration = `xmlns:${written.slice(0, colon)}`;
    const holder = this.open.findLast(({ attributes }) => attributes.has(declaration));
    return (this.attributes.get(declaration) ?? holder?.attributes.get(declaration))?.text;
  }

  /** The parser says so once for each element that a closing tag closes; the first time does for all. */
  private closeTag(isSelfClosing: boolean): void {
    const { position } = this.parser;
    if (position === this.lastClosing) return;
    this.lastClosing = position;
    if (isSelfClosing) this.finish(position, undefined);
    else this.closeUpTo(position);
    this.startText(position);
  }

  private closeUpTo(position: number): void {
    const start = this.source.text.lastIndexOf("</", position - 1);
    const name = this.source.text.slice(start + "</".length, position - ">".length).trim();
    const depth = this.open.findLastIndex(({ written }) => written === name);
    if (depth < 0) this.take(report("stray-closing-tag", span(this.source, start, position), { name }));
    else while (this.open.length > depth) this.finish(position, this.open.length > depth + 1 ? name : undefined);
  }

  private finish(end: number, closedBy: string | undefined): void {
    const open = this.open.pop();
    if (open === undefined) return;
    const { name, attributes, children, start, tagEnd } = open;
    const tag = span(this.source, start, tagEnd);
    if (closedBy !== undefined) this.take(report("unclosed-element", tag, { name, closedBy }));
    const text = joinTexts(open.texts, this.source, tagEnd);
    const whole = span(this.source, start, end);
    const element = { name, attributes, children, text, tag, whole, unclosed: closedBy !== undefined };
    const parent = this.open.at(-1);
    if (parent === undefined) this.top ??= element;
    else parent.children.push(element);
  }

  /** The parser is just past the `<` that ends the text. */
  private addText(): void {
    const end = Math.min(this.parser.position - 1, this.source.text.length);
    this.open.at(-1)?.texts.push(characterData(this.source, this.textStart, end, true));
    this.startText(end);
  }

  private addCdata(): void {
    const { position } = this.parser;
    const start = this.textStart + "<![CDATA[".length;
    this.open.at(-1)?.texts.push(characterData(this.source, start, position - "]]>".length, false));
    this.startText(position);
  }

  /** What the parser says of closing tags is known here better: see `closeUpTo` and `closeAtEnd`. */
  private takeFault(what: string): void {
    if (what.startsWith("unmatched closing tag")) {
      this.strayed = true;
      this.closeTag(false);
    }
    if (/^(?:unmatched closing tag|unexpected close tag|unclosed tag)/u.test(what)) return;
    if (this.strayed && /root/u.test(what)) return;
    const end = Math.min(this.parser.position, this.source.text.length);
    // The parser expects nothing more after the last part of the declaration, and calls that "undefined".
    const words = what
      .replace("expected the name undefined", 'expected "?>"')
      .replace("undefined entity", "an entity that nothing defines");
    this.take(report("malformed-xml", span(this.source, Math.max(0, end - 1), end), { what: words }));
  }

  private take(diagnostic: Diagnostic): void {
    if (this.faults++ < mostFaults) this.found.push(diagnostic);
  }

  /** What the end of the file leaves open: the rest may be missing. */
  private closeAtEnd(): void {
    const innermost = this.open.at(-1);
    if (innermost !== undefined) {
      const tag = span(this.source, innermost.start, innermost.tagEnd);
      this.take(report("cut-off-xml", tag, { name: innermost.name }));
    }
    while (this.open.length > 0) this.finish(this.source.text.length, undefined);
  }
}

/**
 * XMILE has had several name spaces (systemdynamics.org/XMILE, before OASIS took it up), and files leave theirs out or use
 * prefixes that they never declare. So: no prefix means XMILE, unless a default of somebody else's was declared.
 */
function nameIn(written: string, space: string | undefined): string {
  const local = written.slice(written.indexOf(":") + 1);
  if (space === undefined || space === "") return written;
  if (/systemdynamics\.org\/XMILE|oasis-open\.org\/xmile/iu.test(space)) return local;
  if (/iseesystems\.com|^isee$/iu.test(space)) return `isee:${local}`;
  return written.includes(":") ? written : `${space}:${written}`;
}
