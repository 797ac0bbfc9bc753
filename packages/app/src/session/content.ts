import type { FileContent, Model } from "@sequitur/model";
import type { Findings, Study, StudyOutline } from "@sequitur/study";
import { words } from "../language/language.ts";

/** What the page is about: read from `content.json` beside it, or from the page itself where it was exported as one file. */
export type Content =
  | ({ readonly kind: "study" } & StudyContent)
  | { readonly kind: "model"; readonly file: string; readonly model: Model }
  | { readonly kind: "fault"; readonly title: () => string; readonly faults: readonly Fault[] };

export interface StudyContent {
  readonly study: StudyOutline;
  readonly findings: Findings;
  /** Every file of the study, by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** The study with its model: what reads it is loaded when something is to be run. */
  whole(): Promise<Study>;
}

export interface Fault {
  readonly place: () => string;
  readonly says: string;
  readonly mend: string;
}

/** What a server or an export hands over: texts, and the findings that were made of them. */
export type Handed =
  | {
      readonly kind: "study";
      readonly study: StudyOutline;
      readonly files: Readonly<Record<string, string>>;
      readonly findings: Findings;
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
  if (handed === undefined) return noContent();
  if (handed.kind === "model") return (await import("./read-content.ts")).readModelContent(handed);
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

function studyContent({ study, files, findings }: Extract<Handed, { readonly kind: "study" }>): Content {
  let whole: Promise<Study> | undefined;
  return {
    kind: "study",
    study,
    files,
    findings,
    whole: () => {
      whole ??= import("./read-content.ts").then(({ wholeStudy }) => wholeStudy(files));
      return whole;
    },
  };
}

function noContent(): Content {
  return { kind: "fault", title: () => words().fault.nothing, faults: [] };
}
