import { engineDiagnostics } from "@sequitur/engine";
import { type Beside, type Diagnostic, explain, modelDiagnostics, placeOf, readModel, source } from "@sequitur/model";
import { readStudy, type Study } from "@sequitur/study";
import { words } from "../language/language.ts";
import type { Content, HandedModel } from "./content.ts";

/** The study that files hold; whoever handed them over has read them, so that they hold one. */
export function wholeStudy(files: Readonly<Record<string, string>>): Study {
  const { value: study, diagnostics } = readStudy(new Map(Object.entries(files)));
  if (study === undefined)
    throw new Error(`The study's files have errors: ${diagnostics.map(({ code }) => code).join(", ")}.`);
  return study;
}

export function readModelContent(handed: HandedModel): Content {
  const { file } = handed;
  const { model, diagnostics } = readModel(source(file, handed.text), besideOf(handed));
  if (model !== undefined) return { kind: "model", file, model };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    kind: "fault",
    title: () => words().fault.model(file),
    faults: errors.map((error) => ({
      place: () => placeText(error),
      ...explain(error, { ...modelDiagnostics, ...engineDiagnostics }),
    })),
  };
}

function besideOf({ files, dataSets }: HandedModel): Beside {
  return { files: new Map(files), dataSets: dataSets.map((set) => source(set.file, set.text)) };
}

function placeText({ span }: Diagnostic): string {
  const { file, line, column } = placeOf(span);
  return words().fault.place(file, line, column);
}
