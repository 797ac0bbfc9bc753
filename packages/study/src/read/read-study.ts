import { type Diagnostic, type Model, type Outcome, readModel, source, span } from "@sequitur/model";
import type { z } from "zod";
import { compileStudy } from "../plan/compile-study.ts";
import { claimsSchema } from "../schema/claims.ts";
import { checkShape } from "../schema/shape.ts";
import { sourcesSchema } from "../schema/sources.ts";
import { studySchema } from "../schema/study.ts";
import { besideModel } from "./beside-model.ts";
import { checksOf } from "./checks.ts";
import { claimsOf } from "./claims.ts";
import { report } from "./diagnostics.ts";
import { checkTime } from "./figure.ts";
import { hindcastOf, historyOf } from "./history.ts";
import { leversOf } from "./levers.ts";
import { measuresOf } from "./measures.ts";
import { policiesOf } from "./policies.ts";
import { priorsOf } from "./priors.ts";
import type { Reading, Shaped } from "./reading.ts";
import { realityChecksOf } from "./reality-checks.ts";
import {
  answeringModels,
  modelFiles,
  rivalChoice,
  rivalDifferences,
  rivalFaults,
  type WrittenModel,
} from "./rival-models.ts";
import { searchOf } from "./search.ts";
import type { Study, StudySource } from "./study.ts";
import { checkSetOnce, correlationsOf, uncertaintiesOf } from "./uncertainties.ts";
import { checkTimeUnit } from "./unit-check.ts";
import { inside, keySpan, readYaml, valueSpan } from "./yaml-file.ts";

/**
 * Reads a study: `study.yaml`, `claims.yaml`, `sources.yaml`, and the model and tables that they name.
 * @param files  the text of each file, by its path inside the study's folder, with "/" between
 * @returns  the study, or undefined where an error stands in the way; and all that was found, each at its place
 */
export function readStudy(files: ReadonlyMap<string, string>): Outcome<Study | undefined> {
  const study = shaped(files, "study.yaml", studySchema);
  const claims = shaped(files, "claims.yaml", claimsSchema);
  const sources = shaped(files, "sources.yaml", sourcesSchema);
  const diagnostics = [study, claims, sources].flatMap((file) => file.diagnostics);
  if (study.value === undefined) return { value: undefined, diagnostics };
  const written = modelsOf(files, study.value, diagnostics);
  if (written === undefined || sources.value === undefined) return { value: undefined, diagnostics };
  const models = answeringModels({ study: study.value }, written, diagnostics);
  const reading = {
    files,
    study: study.value,
    // What else is wrong is worth knowing also where the claims cannot be read.
    claims: claims.value ?? { file: study.value.file, data: { claims: {} } },
    sources: sources.value,
    found: diagnostics,
  };
  const value = studyOfModels(reading, models);
  if (!hasError(diagnostics)) diagnostics.push(...compileFaults(value, reading));
  return { value: hasError(diagnostics) ? undefined : value, diagnostics };
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function shaped<S extends z.ZodType>(
  files: ReadonlyMap<string, string>,
  name: string,
  schema: S,
): Outcome<Shaped<z.infer<S>> | undefined> {
  const text = files.get(name);
  if (text === undefined) return { value: undefined, diagnostics: [missing(name, name)] };
  const { value: file, diagnostics } = readYaml(source(name, text));
  if (file.data === undefined) return { value: undefined, diagnostics };
  const shape = checkShape(schema, file);
  const value = shape.value === undefined ? undefined : { file, data: shape.value };
  return { value, diagnostics: [...diagnostics, ...shape.diagnostics] };
}

/** A file that is not there has no place, so its name stands for it. */
function missing(name: string, file: string): Diagnostic {
  return report("missing-file", span(source(name, ""), 0, 1), { file });
}

/** Every model of a study, its own first; undefined where one cannot be read. */
function modelsOf(
  files: ReadonlyMap<string, string>,
  study: Reading["study"],
  found: Diagnostic[],
): readonly WrittenModel[] | undefined {
  const named = modelFiles(study, found);
  const read = named.flatMap((one) => {
    const { value: model, diagnostics } = modelOf(files, one);
    found.push(...diagnostics);
    return model === undefined ? [] : [{ ...one, model }];
  });
  return read.length === named.length ? read : undefined;
}

function modelOf(
  files: ReadonlyMap<string, string>,
  { file, at }: Omit<WrittenModel, "model">,
): Outcome<Model | undefined> {
  const text = files.get(file);
  if (text === undefined) {
    const place = valueSpan(at.path.length === 1 ? at : inside(at, "file"));
    return { value: undefined, diagnostics: [report("missing-file", place, { file })] };
  }
  const written = source(file, text);
  const { model, diagnostics } = readModel(written, besideModel(files, written));
  return { value: model, diagnostics };
}

/** The study of its own model, once every rival has been held against all that the study asks of a model. */
function studyOfModels(reading: Omit<Reading, "model">, models: readonly WrittenModel[]): Study {
  const [own, ...rivals] = models;
  const study = checkedStudy({ ...reading, model: own!.model }, models);
  for (const rival of rivals) {
    const found: Diagnostic[] = [];
    const other = checkedStudy({ ...reading, model: rival.model, found }, models);
    reading.found.push(...rivalFaults(rival, found, reading.found), ...rivalDifferences(study, other, rival));
  }
  if (rivals.length === 0) return hasError(reading.found) ? study : { ...study, ...realityChecksOf(reading, study) };
  refuseRealityChecks(reading, models);
  return { ...study, rivalModels: { chosenBy: study.uncertainties.length - 1, models: rivals } };
}

/** A check is about one model, and its failures would be lost among the futures of the others. */
function refuseRealityChecks({ found }: Omit<Reading, "model">, models: readonly WrittenModel[]): void {
  for (const { name, kind, span } of models.flatMap(({ model }) => model.realityChecks))
    if (kind === "condition")
      found.push(report("reality-check-refused", span, { name, reason: "the study has rival models" }));
}

function checkedStudy(reading: Reading, models: readonly WrittenModel[]): Study {
  const { files, model, study } = reading;
  const { id, title, question, about, baseline, futures, seed, time } = study.data;
  checkTimeUnit(reading, time.unit, { file: study.file, path: ["time", "unit"] });
  checkTime(reading, time.decision, { file: study.file, path: ["time", "decision"] });
  for (const [i, horizon] of time.horizons.entries())
    checkTime(reading, time.decision + horizon, { file: study.file, path: ["time", "horizons", i] });
  checkNotEmpty(reading);
  const levers = leversOf(reading);
  const uncertainties = [...uncertaintiesOf(reading), ...rivalChoice(reading, models)];
  const correlations = correlationsOf(reading);
  checkSetOnce(reading, levers, uncertainties);
  const measures = measuresOf(reading);
  const policies = policiesOf(reading);
  const priors = priorsOf(reading, { uncertainties, correlations });
  const search = searchOf(reading, measures, levers);
  const checks = checksOf(reading, measures);
  const history = historyOf(reading);
  const claims = claimsOf(reading, measures);
  const facts = { id, title, question, about, files, modelFile: study.data.model, model, rivalModels: undefined, time };
  const parts = {
    levers,
    uncertainties,
    correlations,
    measures,
    policies,
    priors,
    search,
    checks,
    realityChecks: [],
    realityTests: [],
    history,
    claims,
    sources: sourcesOf(reading),
  };
  return { ...facts, baseline, futures, seed, hindcast: hindcastOf(reading), ...parts };
}

/** Without something uncertain there is one future only, and without a measure nothing to judge it by. */
function checkNotEmpty({ study: { file, data }, found }: Reading): void {
  for (const section of ["uncertainties", "measures"] as const)
    if (Object.keys(data[section]).length === 0)
      found.push(report("empty-section", keySpan({ file, path: [section] }), { section }));
}

/** What stands in the way of running the model: said at the place that names it, as it is about the model as a whole. */
function compileFaults(study: Study, { study: { file } }: Omit<Reading, "model">): readonly Diagnostic[] {
  const span = valueSpan({ file, path: ["model"] });
  return compileStudy(study).diagnostics.map((diagnostic) => ({ ...diagnostic, span }));
}

function sourcesOf({ sources }: Reading): readonly StudySource[] {
  return Object.entries(sources.data.sources).map(([id, { seen, note, ...source }]) => ({ id, seen, note, ...source }));
}
