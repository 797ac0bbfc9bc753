import { type Diagnostic, type Outcome, type Source, type Span, span } from "@sequitur/model";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { report } from "./diagnostics.ts";

/** A step into a YAML tree: a key of a map or a position in a list. */
export type Path = readonly PropertyKey[];

/** A YAML text as plain data, and where each part of it stands. */
export interface YamlFile {
  readonly source: Source;
  /** Maps, lists and scalars, as JSON has them; not yet checked. */
  readonly data: unknown;
  /** The value at a path, where it is a scalar; else the key that leads to it. A path that leads nowhere ends where it still led. */
  spanAt(path: Path): Span;
  /** The key that a path ends in. */
  keyAt(path: Path): Span;
}

/** A part of a file, to point at. */
export interface Part {
  readonly file: YamlFile;
  readonly path: Path;
}

export function inside({ file, path }: Part, ...steps: Path): Part {
  return { file, path: [...path, ...steps] };
}

export function valueSpan({ file, path }: Part): Span {
  return file.spanAt(path);
}

export function keySpan({ file, path }: Part): Span {
  return file.keyAt(path);
}

/** Reads YAML 1.2 (core schema). Where the text is not YAML, the data is undefined. */
export function readYaml(source: Source): Outcome<YamlFile> {
  const document = parseDocument(source.text, { prettyErrors: false, stringKeys: true });
  const diagnostics = document.errors.map((error) => syntaxFault(source, error));
  const isYaml = document.errors.every(({ code }) => code === "DUPLICATE_KEY");
  const data: Outcome<unknown> = isYaml ? plainData(source, document) : { value: undefined, diagnostics: [] };
  const places = { source, document };
  const value: YamlFile = {
    source,
    data: data.value,
    spanAt: (path) => spanAt(places, path),
    keyAt: (path) => keyAt(places, path),
  };
  return { value, diagnostics: [...diagnostics, ...data.diagnostics] };
}

function plainData(source: Source, document: Document): Outcome<unknown> {
  try {
    // An alias may repeat what it names, but not so often that a small file fills the memory.
    return { value: document.toJS({ maxAliasCount: 100 }), diagnostics: [] };
  } catch (error) {
    // The only fault left by now: an alias that names nothing, or one repeated too often.
    if (!(error instanceof ReferenceError)) throw error;
    const place = spanOf(source, firstAlias(document));
    return { value: undefined, diagnostics: [report("yaml-syntax", place, { problem: error.message })] };
  }
}

function firstAlias(document: Document): Node | undefined {
  let first: Node | undefined;
  visit(document, {
    Alias(_, alias) {
      first ??= alias;
      return alias.resolve(document) === undefined ? visit.BREAK : undefined;
    },
  });
  return first;
}

function syntaxFault(source: Source, { code, message, pos: [start, end] }: YAMLError): Diagnostic {
  const place = span(source, start, Math.max(end, start + 1));
  if (code !== "DUPLICATE_KEY") return report("yaml-syntax", place, { problem: message });
  const key = /^[^:\r\n]*/.exec(source.text.slice(start))![0].trim();
  return report("duplicate-key", span(source, start, start + Math.max(1, key.length)), { key });
}

interface Places {
  readonly source: Source;
  readonly document: Document;
}

/** Where a path led to: the node, and the key that it hangs on. */
interface Found {
  readonly node: unknown;
  readonly key: unknown;
}

function find({ document }: Places, path: Path): Found {
  let found: Found = { node: document.contents, key: undefined };
  for (const step of path) {
    const next = stepInto(document, found.node, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function stepInto(document: Document, at: unknown, step: PropertyKey): Found | undefined {
  const node = isAlias(at) ? at.resolve(document) : at;
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, key: undefined };
  }
  const pair = isMap(node) ? node.items.find(({ key }) => keyText(key) === String(step)) : undefined;
  return pair === undefined ? undefined : { node: pair.value, key: pair.key };
}

function keyText(key: Pair["key"]): string {
  return String(isScalar(key) ? key.value : key);
}

function spanAt(places: Places, path: Path): Span {
  const { node, key } = find(places, path);
  return isScalar(node) && node.value !== null ? spanOf(places.source, node) : spanOf(places.source, key ?? node);
}

function keyAt(places: Places, path: Path): Span {
  const { node, key } = find(places, path);
  return spanOf(places.source, key ?? node);
}

/** A node's own text, but no further than the end of the line it begins on. */
function spanOf(source: Source, node: unknown): Span {
  const [start, valueEnd] = (node as Node | undefined | null)?.range ?? [0, 1];
  const line = /^[^\r\n]*/.exec(source.text.slice(start, valueEnd))![0].trimEnd();
  return span(source, start, start + Math.max(1, line.length));
}
