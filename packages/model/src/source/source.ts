/** A text with its file name: what every place in a diagnostic refers to. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Offset of the first character of each line; `lineStarts[0]` is 0. */
  readonly lineStarts: readonly number[];
}

export function source(file: string, text: string): Source {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (unit === 10 || unit === 13) lineStarts.push(i + 1);
  }
  return { file, text, lineStarts };
}

/** A line, counted from 0, without its line end. */
export function lineText({ text, lineStarts }: Source, line: number): string {
  return text.slice(lineStarts[line], lineStarts[line + 1]).replace(/[\r\n]+$/, "");
}
