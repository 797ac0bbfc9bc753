import { type Beside, type FileContent, source } from "@sequitur/model";
import type { Findings, PolicySearchFinding, Study, StudyOutline } from "@sequitur/study";

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
  const handed = await handedContent();
  if (handed === undefined) return { kind: "empty" };
  if (handed.kind === "model") return { kind: "model", file: handed.file, text: handed.text, beside: besideOf(handed) };
  return studyContent(handed);
}

async function handedContent(): Promise<Handed | undefined> {
  const inside = document.getElementById("content");
  try {
    if (inside !== null) return JSON.parse(inside.textContent) as Handed;
    const response = await fetch("./content.json");
    return response.ok ? ((await response.json()) as Handed) : undefined;
  } catch {
    return undefined;
  }
}

function studyContent({ study, files, findings, search }: Extract<Handed, { readonly kind: "study" }>): Content {
  let whole: Promise<Study> | undefined;
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
  };
}

function besideOf({ files, dataSets }: HandedModel): Beside {
  return { files: new Map(files), dataSets: dataSets.map((set) => source(set.file, set.text)) };
}
