import { compile, type Program } from "@sequitur/engine";
import type { Outcome } from "@sequitur/model";
import type { Measure, Study } from "../read/study.ts";
import { figuresOf } from "./planned-figure.ts";

/** Compiles a study's model for what the study changes and asks for. */
export function compileStudy(study: Study): Outcome<Program | undefined> {
  const { program, diagnostics } = compile(study.model, { inputs: inputsOf(study), outputs: outputsOf(study) });
  return { value: program, diagnostics };
}

/** Names of the program's inputs: uncertainties, then levers. */
function inputsOf({ uncertainties, levers }: Study): readonly string[] {
  return [...uncertainties, ...levers].map(({ variable }) => variable);
}

/** Names of the program's outputs: each variable that some figure is of. */
export function outputsOf(study: Study): readonly string[] {
  return [...new Set(figuresOf(study).map(({ measure }) => measureOf(study, measure).variable))];
}

export function measureOf({ measures }: Study, id: string): Measure {
  return measures.find((measure) => measure.id === id)!;
}
