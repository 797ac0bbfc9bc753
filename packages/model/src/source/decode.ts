/**
 * Text of a model file. UTF-8 with or without a byte order mark, UTF-16 with one; what is not valid UTF-8 is read as
 * Windows-1252, which Vensim wrote before it knew Unicode. Never fails: Windows-1252 gives every byte a meaning.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
