import { decode } from "../source/decode.ts";
import type { FileContent } from "./file-content.ts";

const spreadsheet = /\.(?:xlsx|xlsm|xls)$/iu;
const otherSpreadsheet = /\.(?:xlsb|ods|numbers|wk\d|123)$/iu;
const mostBytes = 64 * 2 ** 20;

/** Reads a file that a model names. Its content never throws: what cannot be read says why. */
export async function readFileContent(name: string, bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length > mostBytes) return { kind: "unreadable", why: `it is larger than ${mostBytes / 2 ** 20} MB` };
  if (otherSpreadsheet.test(name))
    return { kind: "unreadable", why: "it is in a spreadsheet's format that is not known here" };
  if (!spreadsheet.test(name)) return { kind: "text", text: decode(bytes) };
  // Only a model that asks for a spreadsheet pays for what reads one.
  const { readWorkbook } = await import("./read-workbook.ts");
  return readWorkbook(bytes);
}
