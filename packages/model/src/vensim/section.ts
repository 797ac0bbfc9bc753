import type { Source } from "../source/source.ts";

/** Where the parts of an `.mdl` file lie: equations, then the sketch, then settings. Offsets; `end` exclusive. */
export interface Sections {
  readonly equations: Stretch;
  readonly sketch: Stretch | undefined;
  readonly settings: Stretch | undefined;
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
  const end = text.length;
  const afterSketch = Math.min(sketchEnd, settings);
  return {
    equations: { start: 0, end: Math.min(sketch, sketchEnd, settings) },
    sketch: sketch < end ? { start: sketch, end: Math.max(sketch, afterSketch) } : undefined,
    settings: settings < end ? { start: settings, end } : undefined,
  };
}

/** The place of the first match, or the end of the text. */
function indexOf(pattern: RegExp, text: string, from: number): number {
  const at = text.slice(from).search(pattern);
  return at < 0 ? text.length : from + at;
}
