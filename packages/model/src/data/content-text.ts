import type { FileContent } from "./file-content.ts";
import type { Workbook } from "./workbook.ts";

// A study is texts, which travel and are digested as such; a spreadsheet is among them as the values that it holds.

/** A file's content as text, for whoever can carry nothing else. */
export function contentText(content: FileContent): string {
  return JSON.stringify(content);
}

/** The content that `contentText` wrote; a text that it did not write cannot be read, and says so. */
export function contentOfText(text: string): FileContent {
  const content = parsed(text);
  if (isRecord(content)) {
    const { kind, text: inside, why, workbook } = content;
    if (kind === "text" && typeof inside === "string") return { kind, text: inside };
    if (kind === "unreadable" && typeof why === "string") return { kind, why };
    if (kind === "workbook" && isWorkbook(workbook)) return { kind, workbook };
  }
  return { kind: "unreadable", why: "it does not hold the values of a spreadsheet" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isName = (value: unknown): boolean => value === undefined || typeof value === "string";

function isWorkbook(value: unknown): value is Workbook {
  return isRecord(value) && isListOf(value["sheets"], isSheet) && isListOf(value["names"], isDefinedName);
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isSheet(value: unknown): boolean {
  return isRecord(value) && typeof value["name"] === "string" && isListOf(value["cells"], isCell);
}

function isCell(value: unknown): boolean {
  return isPlace(value) && isRecord(value) && ["number", "string"].includes(typeof value["value"]);
}

function isPlace(value: unknown): boolean {
  return isRecord(value) && isCount(value["row"]) && isCount(value["column"]);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function isDefinedName(value: unknown): boolean {
  if (!isRecord(value) || typeof value["name"] !== "string" || !isName(value["scope"])) return false;
  const { area } = value;
  return isRecord(area) && isName(area["sheet"]) && isPlace(area["first"]) && isPlace(area["last"]);
}
