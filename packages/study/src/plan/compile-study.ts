import { compile, type Program } from "@sequitur/engine";
import type { Outcome } from "@sequitur/model";
import type { Measure, Study } from "../read/study.ts";
import { figuresOf } from "./planned-figure.ts";
import { pastPoints } from "./planned-past.ts";
import { inputsOf } from "./study-inputs.ts";

/** Compiles a study's models, its own first, for what the study changes and asks for; undefined where one cannot be. */
export function compileStudy(study: Study): Outcome<readonly Program[] | undefined> {
  const request = { inputs: inputsOf(study), outputs: outputsOf(study) };
  const models = [study.model, ...(study.rivalModels?.models.map(({ model }) => model) ?? [])];
  const compiled = models.map((model) => compile(model, request));
  const diagnostics = compiled.flatMap((one) => one.diagnostics);
  const programs = compiled.flatMap(({ program }) => program ?? []);
  return { value: programs.length === models.length ? programs : undefined, diagnostics };
}

/** Names of the program's outputs: each variable that some figure or observation is of. */
export function outputsOf(study: Study): readonly string[] {
  const measured = figuresOf(study).map(({ measure }) => measureOf(study, measure).variable);
  return [...new Set([...measured, ...pastPoints(study).map(({ variable }) => variable)])];
}

export function measureOf({ measures }: Study, id: string): Measure {
  return measures.find((measure) => measure.id === id)!;
}
