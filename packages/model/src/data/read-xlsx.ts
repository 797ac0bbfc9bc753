import { unzipSync } from "fflate";
import { decode } from "../source/decode.ts";
import { areaOf, cellPlace } from "./cell-address.ts";
import { numberIn } from "./number-cell.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import type { Cell, DefinedName, Sheet, Workbook } from "./workbook.ts";
import { eachElement, type XmlPart } from "./xml-part.ts";

/** Reads an .xlsx: a zip file of XML parts that point at each other (ECMA-376 part 1, 12.3 and 18). */
export function readXlsx(bytes: Uint8Array): Workbook {
  const parts = unzipped(bytes);
  const [book] = relationsOf(parts, "").filter(({ type }) => type === "officeDocument");
  if (book === undefined) throw new UnreadableFile("it holds no workbook");
  const relations = relationsOf(parts, book.target);
  const strings = relations.find(({ type }) => type === "sharedStrings");
  const texts = strings ? sharedTexts(partAt(parts, strings.target)) : [];
  const { sheets, names } = bookOf(partAt(parts, book.target));
  return {
    sheets: sheets.map(({ name, id }): Sheet => {
      const target = relations.find((relation) => relation.id === id)?.target;
      const part = target === undefined ? undefined : parts.get(target);
      return { name, cells: part === undefined ? [] : cellsOf(part, texts) };
    }),
    names: names.flatMap(({ name, sheet, reference }): readonly DefinedName[] => {
      const area = areaOf(reference);
      return area === undefined ? [] : [{ name, scope: sheet === undefined ? undefined : sheets[sheet]?.name, area }];
    }),
  };
}

const mostUnpacked = 256 * 2 ** 20;

/** The parts that matter. The library unpacks no more of one than its entry states, so those sizes bound them all. */
function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/iu.test(name) || /^xl\/(?:theme|drawings|charts|media)\//iu.test(name)) return false;
      total += originalSize;
      if (total > mostUnpacked) throw new UnreadableFile(`unpacked, it is larger than ${mostUnpacked / 2 ** 20} MB`);
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), decode(content)]));
}

function partAt(parts: ReadonlyMap<string, string>, path: string): string {
  const part = parts.get(path);
  if (part === undefined) throw new UnreadableFile(`its part ${path} is missing`);
  return part;
}

interface Relation {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  /** The path of the part that it points at, in small letters. */
  readonly target: string;
}

/** What a part points at: `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`, the whole file in `_rels/.rels`. */
function relationsOf(parts: ReadonlyMap<string, string>, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  eachElement(partAt(parts, `${folder}_rels/${path.slice(folder.length)}.rels`), {
    open: ({ name, attributes }) => {
      if (name !== "Relationship") return;
      const { Id: id = "", Type: type = "", Target: target = "" } = attributes;
      relations.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target: pathFrom(folder, target) });
    },
  });
  return relations;
}

function pathFrom(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/").toLowerCase();
}

function bookOf(part: string) {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  const names: { readonly name: string; readonly sheet: number | undefined; readonly reference: string }[] = [];
  let open: { readonly name: string; readonly sheet: number | undefined } | undefined;
  eachElement(part, {
    open: ({ name, attributes }) => {
      if (name === "sheet") sheets.push({ name: attributes.name ?? "", id: attributes["r:id"] ?? idOf(attributes) });
      const { localSheetId: sheet } = attributes;
      if (name === "definedName")
        open = { name: attributes.name ?? "", sheet: sheet === undefined ? undefined : Number(sheet) };
    },
    close: ({ name, text }) => {
      if (name === "definedName" && open) names.push({ ...open, reference: text.trim() });
    },
  });
  return { sheets, names };
}

/** The prefix of the relations' name space is the writer's to choose. */
function idOf(attributes: XmlPart["attributes"]): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(":id"));
  return name === undefined ? "" : (attributes[name] ?? "");
}

/** The texts that cells share: those of a cell's runs are one, without how they are to be pronounced. */
function sharedTexts(part: string): readonly string[] {
  const texts: string[] = [];
  let text = "";
  let inPhonetic = false;
  eachElement(part, {
    open: ({ name }) => {
      if (name === "si") text = "";
      if (name === "rPh") inPhonetic = true;
    },
    close: ({ name, text: inside }) => {
      if (name === "rPh") inPhonetic = false;
      if (name === "t" && !inPhonetic) text += inside;
      if (name === "si") texts.push(text);
    },
  });
  return texts;
}

/** Cells say where they are; one that does not follows the one before it. */
function cellsOf(part: string, texts: readonly string[]): Sheet["cells"] {
  const cells: Sheet["cells"][number][] = [];
  let [row, column] = [-1, -1];
  let type = "n";
  let value = "";
  eachElement(part, {
    open: ({ name, attributes }) => {
      if (name === "row") [row, column] = [attributes.r === undefined ? row + 1 : Number(attributes.r) - 1, -1];
      if (name !== "c") return;
      const place = attributes.r === undefined ? undefined : cellPlace(attributes.r);
      [row, column] = place ? [place.row, place.column] : [row, column + 1];
      [type, value] = [attributes.t ?? "n", ""];
    },
    close: ({ name, text }) => {
      if (name === "v" || name === "t") value += text;
      const found = name === "c" ? cellValue(type, value, texts) : undefined;
      if (found !== undefined) cells.push({ row, column, value: found });
    },
  });
  return cells;
}

function cellValue(type: string, written: string, texts: readonly string[]): Cell | undefined {
  if (type === "n") {
    const number = numberIn(written);
    return typeof number === "number" ? number : undefined;
  }
  if (type === "b") return undefined;
  const text = type === "s" ? texts[Number(written)] : written;
  return text === undefined || text.trim() === "" ? undefined : text;
}
