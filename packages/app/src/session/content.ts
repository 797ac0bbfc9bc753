import { type Beside, type FileContent, source } from "@sequitur/model";
import type {
  Findings,
  PolicySearchFinding,
  ReadOutcomes,
  Study,
  StudyOutline,
  WrittenOutcomes,
} from "@sequitur/study";

/** What the page is about: read from `content.json` beside it, or from the page itself where it was exported as one file. */
export type Content =
  | ({ readonly kind: "study" } & StudyContent)
  | ({ readonly kind: "model" } & WrittenModel)
  | { readonly kind: "empty" };

export interface StudyContent {
  readonly study: StudyOutline;
  readonly findings: Findings;
  /** Every file of the study, by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** What a search for policies found: handed over, or made here since; null where there was none. */
  search: PolicySearchFinding | null;
  /** The study with its model: what reads it is loaded when something is to be run. */
  whole(): Promise<Study>;
  /** What became of each claim in each future: handed over by itself, since only a reader who weighs futures needs it. */
  outcomes(): Promise<ReadOutcomes | undefined>;
}

/** A model as text, with what stands beside it. */
export interface WrittenModel {
  readonly file: string;
  readonly text: string;
  readonly beside: Beside;
}

/** What a server or an export hands over: texts, and the findings that were made of them. */
export type Handed =
  | {
      readonly kind: "study";
      readonly study: StudyOutline;
      readonly files: Readonly<Record<string, string>>;
      readonly findings: Findings;
      readonly search: PolicySearchFinding | null;
    }
  | HandedModel;

/** A model, and what stands beside it, which whoever opened it has read. */
export interface HandedModel {
  readonly kind: "model";
  readonly file: string;
  readonly text: string;
  readonly files: readonly (readonly [name: string, content: FileContent])[];
  readonly dataSets: readonly { readonly file: string; readonly text: string }[];
}

export async function loadContent(): Promise<Content> {
  const handed = await handedOver<Handed>("content");
  if (handed === undefined) return { kind: "empty" };
  if (handed.kind === "model") return { kind: "model", file: handed.file, text: handed.text, beside: besideOf(handed) };
  return studyContent(handed);
}

/** In the page itself where it was exported as one file, else beside it. */
async function handedOver<Value>(name: "content" | "outcomes"): Promise<Value | undefined> {
  const inside = document.getElementById(name);
  try {
    if (inside !== null) return (await unpacked(inside.textContent)) as Value;
    const response = await fetch(`./${name}.json`);
    return response.ok ? ((await response.json()) as Value) : undefined;
  } catch {
    return undefined;
  }
}

/** What was packed by gzip and written in base 64. */
function unpacked(text: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function studyContent({ study, files, findings, search }: Extract<Handed, { readonly kind: "study" }>): Content {
  let whole: Promise<Study> | undefined;
  let outcomes: Promise<ReadOutcomes | undefined> | undefined;
  return {
    kind: "study",
    study,
    files,
    findings,
    search,
    whole: () => {
      whole ??= import("./read-content.ts").then(({ wholeStudy }) => wholeStudy(files));
      return whole;
    },
    outcomes: () => {
      outcomes ??= outcomesOf(findings);
      return outcomes;
    },
  };
}

/** Undefined where they are not at hand, or are of other findings. */
async function outcomesOf({ digest }: Findings): Promise<ReadOutcomes | undefined> {
  const [{ readOutcomes }, written] = await Promise.all([
    import("./read-content.ts"),
    handedOver<WrittenOutcomes>("outcomes"),
  ]);
  return written?.findings === digest ? readOutcomes(written) : undefined;
}

function besideOf({ files, dataSets }: HandedModel): Beside {
  return { files: new Map(files), dataSets: dataSets.map((set) => source(set.file, set.text)) };
}
