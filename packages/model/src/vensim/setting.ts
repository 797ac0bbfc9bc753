import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Source } from "../source/source.ts";
import { type Span, span } from "../source/span.ts";
import type { IntegrationMethod } from "../syntax/syntax-tree.ts";
import type { Stretch } from "./section.ts";

/** What of the settings behind the sketch bears on a run. */
export interface Settings {
  readonly method: IntegrationMethod;
  /** Each set names one unit: `22:$,Dollar,Dollars,$s`. */
  readonly unitSynonyms: readonly (readonly string[])[];
  /** What a tag stands for that calls name instead of a file: `30:?data=data/2020.xlsx`. */
  readonly fileTags: ReadonlyMap<string, string>;
}

export const defaultSettings: Settings = { method: "euler", unitSynonyms: [], fileTags: new Map() };

/** Reads the lines `15:` (the integration method), `22:` (unit equivalences) and `30:` (tags of files, as Simlin takes them). */
export function readSettings(source: Source, { start, end }: Stretch, found: Diagnostic[]): Settings {
  let { method } = defaultSettings;
  const unitSynonyms: (readonly string[])[] = [];
  const fileTags = new Map<string, string>();
  for (const line of source.text.slice(start, end).matchAll(/^(15|22|30):([^\r\n]*)/gm)) {
    const [whole, code, value] = [line[0], line[1], line[2] ?? ""];
    const from = start + line.index;
    if (code === "15") method = methodOf(value, span(source, from, from + whole.length), found);
    else if (code === "22") unitSynonyms.push(synonymsOf(value));
    else putTag(fileTags, value);
  }
  return { method, unitSynonyms: unitSynonyms.filter((names) => names.length > 1), fileTags };
}

function putTag(tags: Map<string, string>, value: string): void {
  const split = value.indexOf("=");
  if (value.startsWith("?") && split !== -1) tags.set(value.slice(0, split).trim(), value.slice(split + 1).trim());
}

function synonymsOf(value: string): readonly string[] {
  return value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

// The fourth number of line 15 is the choice in Vensim's list of methods (vensim.com/documentation/integration.html has the
// list; the numbers as the open readers xmutil and Simlin take them: 0 and 2 Euler, 1 and 5 RK4, 3 and 4 RK2).
const methods: readonly { readonly name: string; readonly used: IntegrationMethod; readonly instead?: string }[] = [
  { name: "Euler", used: "euler" },
  { name: "RK4 Auto", used: "rk45" },
  { name: "Diff", used: "euler", instead: "Euler" },
  { name: "RK2 Fixed", used: "rk2" },
  { name: "RK2 Auto", used: "rk45", instead: "RK4 Auto" },
  { name: "RK4 Fixed", used: "rk4" },
];

function methodOf(value: string, at: Span, found: Diagnostic[]): IntegrationMethod {
  const number = value.split(",")[3]?.trim() ?? "0";
  const method = methods[Number(number)] ?? { name: `number ${number}`, used: "euler", instead: "Euler" };
  if (method.instead !== undefined)
    found.push(report("integration-method", at, { asked: method.name, used: method.instead }));
  return method.used;
}
