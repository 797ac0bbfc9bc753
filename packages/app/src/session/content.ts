import { engineDiagnostics } from "@sequitur/engine";
import {
  type Beside,
  type Diagnostic,
  explain,
  type FileContent,
  type Model,
  modelDiagnostics,
  nothingBeside,
  placeOf,
  readModel,
  source,
} from "@sequitur/model";
import { type Findings, readStudy, type Study, studyDiagnostics } from "@sequitur/study";

/** What the page is about: read from `content.json` beside it. */
export type Content =
  | { readonly kind: "study"; readonly study: Study; readonly findings: Findings }
  | { readonly kind: "model"; readonly file: string; readonly model: Model }
  | { readonly kind: "fault"; readonly title: string; readonly faults: readonly Fault[] };

export interface Fault {
  readonly place: string;
  readonly says: string;
  readonly mend: string;
}

/** What a server or an export hands over: texts, and the findings that were made of them. */
type Handed =
  | { readonly kind: "study"; readonly files: Readonly<Record<string, string>>; readonly findings: Findings }
  | ({ readonly kind: "model"; readonly file: string; readonly text: string } & HandedBeside);

/** What stands beside a model, which whoever opened it has read. */
interface HandedBeside {
  readonly files: readonly (readonly [name: string, content: FileContent])[];
  readonly dataSets: readonly { readonly file: string; readonly text: string }[];
}

export async function loadContent(): Promise<Content> {
  try {
    const response = await fetch("./content.json");
    if (!response.ok) return noContent();
    return readContent((await response.json()) as Handed);
  } catch {
    return noContent();
  }
}

function readContent(handed: Handed): Content {
  if (handed.kind === "model") return readModelContent(handed.file, handed.text, besideOf(handed));
  const { value: study, diagnostics } = readStudy(new Map(Object.entries(handed.files)));
  if (study === undefined) return fault("This study has errors.", diagnostics);
  return { kind: "study", study, findings: handed.findings };
}

function besideOf({ files, dataSets }: HandedBeside): Beside {
  return { files: new Map(files), dataSets: dataSets.map((set) => source(set.file, set.text)) };
}

export function readModelContent(file: string, text: string, beside: Beside = nothingBeside): Content {
  const { model, diagnostics } = readModel(source(file, text), beside);
  return model === undefined ? fault(`"${file}" has errors.`, diagnostics) : { kind: "model", file, model };
}

function fault(title: string, diagnostics: readonly Diagnostic[]): Content {
  const words = { ...modelDiagnostics, ...engineDiagnostics, ...studyDiagnostics };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    kind: "fault",
    title,
    faults: errors.map((error) => ({ place: placeText(error), ...explain(error, words) })),
  };
}

function placeText({ span }: Diagnostic): string {
  const { file, line, column } = placeOf(span);
  return `${file}, line ${line}, column ${column}`;
}

function noContent(): Content {
  const mend = 'Open this page with "sequitur open" and the folder of a study.';
  return {
    kind: "fault",
    title: "There is nothing to show.",
    faults: [{ place: "", says: "No study was handed to this page.", mend }],
  };
}
