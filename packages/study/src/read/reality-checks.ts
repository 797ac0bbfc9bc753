import { compile, engineDiagnostics } from "@sequitur/engine";
import {
  checkModel,
  type Diagnostic,
  explain,
  type Model,
  modelDiagnostics,
  nameKey,
  passiveTest,
  type RealityTest as RealityTestTree,
  readSyntax,
  realityTests,
  source,
} from "@sequitur/model";
import { inputsOf } from "../plan/study-inputs.ts";
import { besideModel } from "./beside-model.ts";
import { report, studyDiagnostics } from "./diagnostics.ts";
import type { Reading } from "./reading.ts";
import type { RealityTest, Study } from "./study.ts";
import { withVariedTables } from "./varied-tables.ts";

const words = { ...modelDiagnostics, ...engineDiagnostics, ...studyDiagnostics };

/** The reality checks of the study's own model, and what is run to put them to it; one that cannot be is reported. */
export function realityChecksOf(
  reading: Omit<Reading, "model">,
  study: Study,
): Pick<Study, "realityChecks" | "realityTests"> {
  const { realityChecks } = study.model;
  if (realityChecks.length === 0) return { realityChecks: [], realityTests: [] };
  const refuse = (name: string, reason: string) => {
    const { span } = realityChecks.find((check) => check.name === name)!;
    reading.found.push(report("reality-check-refused", span, { name, reason }));
  };
  const tree = readSyntax(source(study.modelFile, reading.files.get(study.modelFile)!)).value;
  const { tests, refused } = realityTests(tree);
  for (const { check, reason } of refused) refuse(check.name, reason);
  const lost = new Set(refused.map(({ check }) => check.name));
  const made = (test: RealityTestTree) => {
    const { value, fault } = realityTestOf(reading, study, test);
    if (value !== undefined) return [value];
    for (const { check } of test.outcomes.filter((each) => !lost.has(each.check))) refuse(check, fault);
    for (const { check } of test.outcomes) lost.add(check);
    return [];
  };
  const forced = tests.flatMap(made).filter(({ outcomes }) => !lost.has(outcomes[0]!.check));
  const names = new Set(forced.map(({ outcomes }) => outcomes[0]!.check));
  const unforced = passiveTest(tree, names);
  const kept = realityChecks.filter(({ name, kind }) => kind === "condition" && names.has(name));
  return {
    realityChecks: kept.map(({ name, comment, text }) => ({ id: name, says: comment === "" ? text : comment })),
    realityTests: [...(unforced === undefined ? [] : made(unforced)), ...forced],
  };
}

type Made =
  | { readonly value: RealityTest; readonly fault?: never }
  | { readonly value?: never; readonly fault: string };

function realityTestOf({ files, study: yaml }: Omit<Reading, "model">, study: Study, test: RealityTestTree): Made {
  const { tree, outcomes, modelled } = test;
  const checked = checkModel(tree, besideModel(files, source(study.modelFile, files.get(study.modelFile)!)));
  if (checked.model === undefined) return { fault: faultIn(checked.diagnostics) };
  const at = { file: yaml.file, path: ["uncertainties"] };
  const model: Model = withVariedTables(checked.model, yaml.data.uncertainties, at);
  const inputs = inputsOf(study).map((name) => modelledName(name, modelled));
  const { program, diagnostics } = compile(model, { inputs, outputs: outcomes.map(({ variable }) => variable) });
  return program === undefined ? { fault: faultIn(diagnostics) } : { value: { model, inputs, outcomes } };
}

/** An input that a test forces is varied where it goes on by itself. */
function modelledName(name: string, modelled: RealityTestTree["modelled"]): string {
  const [variable = name, ...subscripts] = name.split(/(?=\[)/u);
  return [modelled.get(nameKey(variable)) ?? variable, ...subscripts].join("");
}

function faultIn(diagnostics: readonly Diagnostic[]): string {
  const error = diagnostics.find(({ severity }) => severity === "error")!;
  return `with its condition forced, ${explain(error, words).says}`;
}
