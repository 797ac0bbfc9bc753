import { basename } from "node:path";
import type { FileContent } from "@sequitur/model";
import { type Findings, outlineOf, type PolicySearchFinding, type StudyOutline, searchKey } from "@sequitur/study";
import { isModelFile, readModelFile } from "../file/model-file.ts";
import { storedSearch } from "../file/search-store.ts";
import { openStudy, readStudyFolder } from "../file/study-folder.ts";
import { findingsOf } from "../findings-of.ts";
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

/** What stands beside a model, as plain data. */
interface BesidePage {
  readonly files: readonly (readonly [name: string, content: FileContent])[];
  readonly dataSets: readonly { readonly file: string; readonly text: string }[];
}

/** Reads what a path names, and makes the findings where it is a study; errors are printed, and then there is no content. */
export function pageContent(path: string): Promise<PageContent | undefined> {
  return isModelFile(path) ? modelContent(path) : studyContent(path);
}

async function studyContent(folder: string): Promise<PageContent | undefined> {
  const files = await readStudyFolder(folder);
  const study = await openStudy(files);
  if (study === undefined) return undefined;
  const findings = await findingsOf(folder, study, {});
  const search = (await storedSearch(folder, searchKey(study))) ?? null;
  return { kind: "study", study: outlineOf(study), files: Object.fromEntries(files), findings, search };
}

async function modelContent(path: string): Promise<PageContent | undefined> {
  const { model, diagnostics, text, beside } = await readModelFile(path);
  printDiagnostics(diagnostics.filter(({ severity }) => severity === "error"));
  if (model === undefined || hasErrors(diagnostics)) return undefined;
  const dataSets = beside.dataSets.map((set) => ({ file: basename(set.file), text: set.text }));
  return { kind: "model", file: basename(path), text, files: [...beside.files], dataSets };
}
