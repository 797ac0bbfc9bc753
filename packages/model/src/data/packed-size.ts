/**
 * Whether the parts of a zip file, which an .xlsx is, unpack to no more than so many bytes together. They are counted by unpacking
 * them, for the sizes that a file states may be wrong. Layout: PKWARE, APPNOTE 4.3.7 and 4.3.12. True for any other file.
 */
export async function unpacksWithin(bytes: Uint8Array, most: number): Promise<boolean> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) return true;
  let room = most;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    // A first byte on its own tells most places apart from an entry of the directory.
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== ENTRY) continue;
    const [packed, local] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const isDeflated = view.getUint16(at + 10, true) === 8;
    if (local + 30 > bytes.length) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    room -= isDeflated ? await unpackedSize(bytes.subarray(start, start + packed), room) : packed;
    if (room < 0) return false;
  }
  return true;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;

/** The size of a deflated part; counting ends once it is above `most`. What is damaged counts as far as it goes. */
async function unpackedSize(packed: Uint8Array, most: number): Promise<number> {
  const parts = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  let size = 0;
  try {
    for (const reader = parts.getReader(); size <= most; ) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.length;
    }
  } catch {
    return size;
  }
  return size;
}
