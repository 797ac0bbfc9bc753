/** A file that is not what it should be; thrown inside the readers of spreadsheets only, and caught by `readWorkbook`. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}
