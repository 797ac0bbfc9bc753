import { constantAt, engineDiagnostics, findElement } from "@sequitur/engine";
import { type Diagnostic, explain, type Model, modelDiagnostics } from "@sequitur/model";
import type { StudyYaml } from "../schema/study.ts";
import { hasVariable, withConstant } from "./added-constant.ts";
import { report, studyDiagnostics } from "./diagnostics.ts";
import { groundsOf } from "./grounds.ts";
import type { Reading } from "./reading.ts";
import type { Rival, Study, Uncertainty } from "./study.ts";
import { constantName, withVariedTables } from "./varied-tables.ts";
import { inside, keySpan, type Part, valueSpan } from "./yaml-file.ts";

type RivalsYaml = NonNullable<StudyYaml["models"]>;

/** One of a study's models as its file has it, and where the study names it. */
export interface WrittenModel {
  readonly file: string;
  readonly model: Model;
  readonly lacks: readonly string[];
  readonly at: Part;
}

const words = { ...modelDiagnostics, ...engineDiagnostics, ...studyDiagnostics };

/** The file of each model of a study, its own first, and where it is named; faults go to `found`. */
export function modelFiles(
  { file, data }: Reading["study"],
  found: Diagnostic[],
): readonly Omit<WrittenModel, "model">[] {
  const own = { file: data.model, lacks: [], at: { file, path: ["model"] } };
  if (data.models === undefined) return [own];
  const named = Object.entries(data.models.rivals).map(([id, { file: name, lacks }]) => ({
    file: name,
    lacks,
    at: { file, path: ["models", "rivals", id] },
  }));
  for (const [i, { file: name, at }] of named.entries())
    if (named.findIndex((other) => other.file === name) < i)
      found.push(report("rival-twice", valueSpan(inside(at, "file")), { file: name }));
  const first = named.find((each) => each.file === data.model);
  if (first === undefined)
    found.push(report("rivals-without-model", keySpan({ file, path: ["models", "rivals"] }), { file: data.model }));
  return [first ?? own, ...named.filter((each) => each.file !== data.model)];
}

/**
 * The models as they are run: with the constant that chooses among them, and with those that another has and they lack, which change
 * nothing in them.
 */
export function answeringModels(
  { study }: Pick<Reading, "study">,
  written: readonly WrittenModel[],
  found: Diagnostic[],
) {
  const rivals = study.data.models;
  const varied = written.map((one) => {
    const at = { file: study.file, path: ["uncertainties"] };
    return { ...one, model: withVariedTables(one.model, study.data.uncertainties, at) };
  });
  if (rivals === undefined) return varied;
  const chooser = chooserName(rivals, varied);
  const span = keySpan({ file: study.file, path: ["models"] });
  return varied.map((one) => {
    const complete = one.lacks.reduce((model, id, i) => {
      const at = inside(one.at, "lacks", i);
      return withLacked({ ...one, model }, id, at, { study, written: varied, found });
    }, one.model);
    return { ...one, model: withConstant(complete, { name: chooser, unit: "dmnl", value: 0, span }) };
  });
}

/** A constant may be called what the choice is called. */
function chooserName({ id }: RivalsYaml, written: readonly WrittenModel[]): string {
  let name = id;
  while (written.some(({ model }) => hasVariable(model, name))) name = `${name} model`;
  return name;
}

interface Around {
  readonly study: Reading["study"];
  readonly written: readonly WrittenModel[];
  readonly found: Diagnostic[];
}

function withLacked({ file, model }: WrittenModel, id: string, at: Part, { study, written, found }: Around): Model {
  const uncertainty = study.data.uncertainties[id];
  const span = valueSpan(at);
  if (uncertainty === undefined) {
    const known = Object.keys(study.data.uncertainties);
    found.push(report("unknown-id", span, { what: "uncertainty", name: id, near: undefined, known }));
    return model;
  }
  const name = constantName(uncertainty);
  const { unit } = uncertainty;
  if (hasVariable(model, name)) found.push(report("rival-lacks-not", span, { file, name }));
  else if (name.includes("[")) found.push(report("rival-lacks-element", span, { name }));
  else {
    const value = written.map((other) => constantOf(other.model, name)).find((each) => each !== undefined);
    // Where no model has it, the constant is left out, and missed like any other.
    if (value !== undefined) return withConstant(model, { name, unit, value, span });
  }
  return model;
}

function constantOf(model: Model, name: string): number | undefined {
  const element = findElement(model, name).value;
  const place = element && constantAt(model, element);
  if (place === undefined || typeof place === "string") return undefined;
  const { definition } = place.equation;
  return definition.kind === "constant" ? definition.values[place.turn] : undefined;
}

/** The uncertainty that chooses a model; the models stand in the order of its values. */
export function rivalChoice(reading: Reading, models: readonly WrittenModel[]): readonly Uncertainty[] {
  const { data, file } = reading.study;
  if (data.models === undefined) return [];
  const at = { file, path: ["models"] };
  const { id, label, says, rivals, ...grounds } = data.models;
  if (Object.hasOwn(data.uncertainties, id))
    reading.found.push(report("duplicate-key", valueSpan(inside(at, "id")), { key: id }));
  const values = models.map((_, value) => value);
  const choices = Object.entries(rivals).map(([rival, { file: name, label, says }]): Rival => {
    return { id: rival, value: models.findIndex((each) => each.file === name), label, says };
  });
  const variable = reading.model.variables.at(-1)!.name;
  const spread = { kind: "categorical", values } as const;
  const ends = { low: 0, high: models.length - 1, value: 0 };
  return [
    {
      id,
      variable,
      label,
      says,
      unit: "dmnl",
      spread,
      ...ends,
      conflict: [],
      rivals: choices,
      ...groundsOf(reading, grounds, at),
    },
  ];
}

/**
 * What a rival lacks of all that the study asks of a model, said where the study names the rival.
 * @param found  what reading the study against the rival found    @param before  what reading it against its own model did
 */
export function rivalFaults(
  { file, at }: WrittenModel,
  found: readonly Diagnostic[],
  before: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Set(before.map(placeAndCode));
  return found
    .filter((one) => one.severity === "error" && !known.has(placeAndCode(one)))
    .map((one) => {
      const { says: problem, mend: cure } = explain(one, words);
      return report("rival-model", valueSpan(inside(at, "file")), { file, problem, cure });
    });
}

function placeAndCode({ code, span }: Diagnostic): string {
  return [code, span.source.file, span.start].join(" ");
}

/** Where a rival differs in what must not differ: what a policy leaves alone, and when a run is looked at. */
export function rivalDifferences(own: Study, rival: Study, { file, at }: WrittenModel): readonly Diagnostic[] {
  const span = valueSpan(inside(at, "file"));
  const levers = own.levers.flatMap(({ id, variable: name, value: ownValue }) => {
    const other = rival.levers.find((each) => each.id === id);
    if (other === undefined || other.value === ownValue) return [];
    return [report("rival-lever", span, { file, name, value: other.value, own: ownValue })];
  });
  const times = ["initialTime", "finalTime", "saveStep"] as const;
  const isSame = times.every((time) => own.model.simulation[time] === rival.model.simulation[time]);
  return isSame ? levers : [...levers, report("rival-times", span, { file })];
}
