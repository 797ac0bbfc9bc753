import { decode } from "../source/decode.ts";
import type { FileContent } from "./file-content.ts";
import { unpacksWithin } from "./packed-size.ts";

const spreadsheet = /\.(?:xlsx|xlsm|xlsb|xls|ods)$/iu;
const mostBytes = 64 * 2 ** 20;
const mostUnpacked = 256 * 2 ** 20;

/** Reads a file that a model names. Its content never throws: what cannot be read says why. */
export async function readFileContent(name: string, bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length > mostBytes) return { kind: "unreadable", why: `it is larger than ${mostBytes / 2 ** 20} MB` };
  if (!spreadsheet.test(name)) return { kind: "text", text: decode(bytes) };
  if (!(await unpacksWithin(bytes, mostUnpacked)))
    return { kind: "unreadable", why: `unpacked, it is larger than ${mostUnpacked / 2 ** 20} MB` };
  // Only a model that asks for a spreadsheet pays for what reads one.
  const { readWorkbook } = await import("./read-workbook.ts");
  return readWorkbook(bytes);
}
