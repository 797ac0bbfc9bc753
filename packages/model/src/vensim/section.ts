import type { Source } from "../source/source.ts";
import { originStart } from "./origin-lines.ts";

/** Where the parts of an `.mdl` file lie: equations, then the sketch, then settings. Offsets; `end` exclusive. */
export interface Sections {
  readonly equations: Stretch;
  readonly sketch: Stretch | undefined;
  readonly settings: Stretch | undefined;
  /** What the sketch was made from, behind all else; empty where nothing says so. */
  readonly origin: Stretch;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

// Only these openings of the marker lines count (vensim.com/documentation/ref_sketch_format.html). Newer versions write a
// DEL character into the one before the settings; PySD writes one backslash before the sketch where Vensim writes three.
const SKETCH = /^\\{1,3}---\/\/\//m;
const SKETCH_END = /^\/\/\/---\\\\\\/m;
const SETTINGS = /^:L\u007f?<%\^E!@/m;

export function sectionsOf({ text }: Source): Sections {
  const sketch = indexOf(SKETCH, text, 0);
  const sketchEnd = indexOf(SKETCH_END, text, 0);
  const settings = indexOf(SETTINGS, text, 0);
  const after = Math.min(sketchEnd, settings);
  const end = originStart(text, after);
  return {
    equations: { start: 0, end: Math.min(sketch, after, end) },
    sketch: sketch < end ? { start: sketch, end: Math.max(sketch, Math.min(after, end)) } : undefined,
    settings: settings < end ? { start: settings, end } : undefined,
    origin: { start: end, end: text.length },
  };
}

/** The place of the first match, or the end of the text. */
function indexOf(pattern: RegExp, text: string, from: number): number {
  const at = text.slice(from).search(pattern);
  return at < 0 ? text.length : from + at;
}
