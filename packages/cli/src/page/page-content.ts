import { basename } from "node:path";
import type { FileContent } from "@sequitur/model";
import {
  type Findings,
  outlineOf,
  type PolicySearchFinding,
  type StudyOutline,
  searchKey,
  type WrittenOutcomes,
} from "@sequitur/study";
import { isModelFile, readModelFile } from "../file/model-file.ts";
import { storedSearch } from "../file/search-store.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { findingsOf, outcomesFor } from "../findings-of.ts";
import { hasErrors, printDiagnostics } from "../terminal/diagnostics.ts";

/** What a page is about: the page fetches it as `content.json`, or finds it in itself. */
export type PageContent =
  | {
      readonly kind: "study";
      readonly study: StudyOutline;
      readonly files: Readonly<Record<string, string>>;
      readonly findings: Findings;
      /** What `sequitur search` found, where it has been run as it is without options. */
      readonly search: PolicySearchFinding | null;
    }
  | ({ readonly kind: "model"; readonly file: string; readonly text: string } & BesidePage);

/** All that a page is handed: what it shows at once, and beside it `outcomes.json`, which it asks for when a reader weighs the futures. */
export interface PageParts {
  readonly content: PageContent;
  readonly outcomes: WrittenOutcomes | undefined;
}

/** What stands beside a model, as plain data. */
interface BesidePage {
  readonly files: readonly (readonly [name: string, content: FileContent])[];
  readonly dataSets: readonly { readonly file: string; readonly text: string }[];
}

/** Reads what a path names, and makes the findings where it is a study; errors are printed, and then there is nothing. */
export function pageParts(path: string): Promise<PageParts | undefined> {
  return isModelFile(path) ? modelParts(path) : studyParts(path);
}

async function studyParts(folder: string): Promise<PageParts | undefined> {
  const files = await readStudyFolder(folder);
  const study = await openStudy(files);
  if (study === undefined) return undefined;
  const findings = await findingsOf(folder, study, {});
  const search = (await storedSearch(folder, searchKey(study))) ?? null;
  const shown = { study: outlineOf(study), files: Object.fromEntries(files), findings, search };
  return { content: { kind: "study", ...shown }, outcomes: await outcomesFor(folder, study, findings) };
}

async function modelParts(path: string): Promise<PageParts | undefined> {
  const { model, diagnostics, text, beside } = await readModelFile(path);
  printDiagnostics(diagnostics.filter(({ severity }) => severity === "error"));
  if (model === undefined || hasErrors(diagnostics)) return undefined;
  const dataSets = beside.dataSets.map((set) => ({ file: basename(set.file), text: set.text }));
  const content = { kind: "model", file: basename(path), text, files: [...beside.files], dataSets } as const;
  return { content, outcomes: undefined };
}
