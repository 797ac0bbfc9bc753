import { compile, type Program } from "@sequitur/engine";
import type { Outcome } from "@sequitur/model";
import type { Measure, Study } from "../read/study.ts";
import { figuresOf } from "./planned-figure.ts";
import { pastPoints } from "./planned-past.ts";

/** Compiles a study's model for what the study changes and asks for. */
export function compileStudy(study: Study): Outcome<Program | undefined> {
  const { program, diagnostics } = compile(study.model, { inputs: inputsOf(study), outputs: outputsOf(study) });
  return { value: program, diagnostics };
}

/** Names of the program's inputs: uncertainties, then levers, then the hindcast's constant where there is one. */
function inputsOf({ uncertainties, levers, hindcast }: Study): readonly string[] {
  const set = [...uncertainties, ...levers].map(({ variable }) => variable);
  return hindcast?.variable === undefined ? set : [...set, hindcast.variable];
}

/** Names of the program's outputs: each variable that some figure or observation is of. */
export function outputsOf(study: Study): readonly string[] {
  const measured = figuresOf(study).map(({ measure }) => measureOf(study, measure).variable);
  return [...new Set([...measured, ...pastPoints(study).map(({ variable }) => variable)])];
}

export function measureOf({ measures }: Study, id: string): Measure {
  return measures.find((measure) => measure.id === id)!;
}
