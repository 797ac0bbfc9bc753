import type { Source } from "../source/source.ts";
import type { Workbook } from "./workbook.ts";

/** What a file beside a model holds, as far as a model can ask for it. */
export type FileContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "workbook"; readonly workbook: Workbook }
  | { readonly kind: "unreadable"; readonly why: string };

/** All that stands beside a model. Whoever reads one fetches it first: `wantsOf` says what a model's text asks for. */
export interface Beside {
  /** By the name that the model's text gives them. */
  readonly files: ReadonlyMap<string, FileContent>;
  /** Data sets for the data variables that have no equation; where two hold the same series, the later one counts. */
  readonly dataSets: readonly Source[];
}

export const nothingBeside: Beside = { files: new Map(), dataSets: [] };
