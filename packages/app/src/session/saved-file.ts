/** Hands the reader a file to keep. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun once the click is done; the blob is let go of a while after.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
