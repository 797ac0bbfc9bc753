/** A text as 32 bits (FNV-1a: Fowler, Noll & Vo, draft-eastlake-fnv). */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
