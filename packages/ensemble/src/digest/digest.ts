import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson, type Json } from "./canonical-json.ts";

/** SHA-256 of a value's canonical JSON, in hex. */
export function digestOfJson(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/**
 * SHA-256 of bytes, in hex: by the host, which does it many times as fast and beside other work. A page that was served without
 * encryption by another machine does not have that, and reckons itself.
 */
export async function digestOfBytes(bytes: Uint8Array): Promise<string> {
  const { subtle }: { subtle: SubtleCrypto | undefined } = crypto;
  if (subtle === undefined) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await subtle.digest("SHA-256", bytes as BufferSource)));
}
