import type { FileContent } from "./file-content.ts";
import { readXls } from "./read-xls.ts";
import { readXlsx } from "./read-xlsx.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Reads a spreadsheet by its first bytes, whatever its name says. */
export function readWorkbook(bytes: Uint8Array): FileContent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = bytes.length < 8 ? 0 : view.getUint32(0);
  try {
    // "PK" and a compound file's mark: [MS-CFB] 2.2.
    if (first === 0x504b0304) return { kind: "workbook", workbook: readXlsx(bytes) };
    if (first === 0xd0cf11e0) return { kind: "workbook", workbook: readXls(view) };
    return { kind: "unreadable", why: "it is neither an .xlsx nor an .xls file inside" };
  } catch (error) {
    // Reading past the end of what is cut off is a RangeError.
    const why = error instanceof UnreadableFile ? error.message : "it is damaged or cut off";
    return { kind: "unreadable", why };
  }
}
