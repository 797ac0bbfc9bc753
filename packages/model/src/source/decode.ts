/**
 * Text of a model file. UTF-8 with or without a byte order mark, UTF-16 with one; what is not valid UTF-8 is read as
 * Windows-1252, which Vensim wrote before it knew Unicode. Never fails: here every byte has a meaning.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

// What bytes 80 to 9F mean; the five that mean nothing are control characters (encoding.spec.whatwg.org, index windows-1252).
// Written out, because a TextDecoder of this name decodes Latin-1 in some versions of Node.
const FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(FROM_80[byte - 0x80] ?? String.fromCharCode(byte));
  return parts.join("");
}
