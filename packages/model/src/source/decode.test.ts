import { expect, test } from "vitest";
import { decode } from "./decode.ts";

for (const [what, bytes, want] of [
  ["ASCII", [0x61, 0x3d, 0x31], "a=1"],
  ["UTF-8", [0xc3, 0xa9, 0xe2, 0x82, 0xac], "é€"],
  ["UTF-8 with a byte order mark, which goes", [0xef, 0xbb, 0xbf, 0x61], "a"],
  ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00], "aé"],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9], "aé"],
  ["Windows-1252, as older Vensim wrote it", [0x63, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x92], "café €’"],
  ["a Windows-1252 letter before an ASCII one, which no UTF-8 has", [0xe9, 0x74, 0xe9], "été"],
  ["nothing", [], ""],
] as const)
  test(what, () => expect(decode(Uint8Array.from(bytes))).toBe(want));
