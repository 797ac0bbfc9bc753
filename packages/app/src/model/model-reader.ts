import { compile, engineDiagnostics } from "@sequitur/engine";
import { checkModel, type Model, modelDiagnostics, readSyntax, source } from "@sequitur/model";
import type { WrittenModel } from "../session/content.ts";
import type { Fan } from "../session/fan.ts";
import { faultOf } from "../session/fault.ts";
import { modelControls, modelSeries } from "../session/playground.ts";
import { type FanRequest, fanOf } from "./fan.ts";
import { pictureOf } from "./model-picture.ts";
import type { OpenedModel } from "./opened-model.ts";
import { trialsOf } from "./trial.ts";

/** A model's file, read, and what can still be asked of it. */
export interface ReadModel {
  readonly opened: OpenedModel;
  fan(request: FanRequest): Fan;
}

const words = { ...modelDiagnostics, ...engineDiagnostics };
const severities = ["error", "warning", "note"] as const;

export function readWritten({ file, text, beside }: WrittenModel): ReadModel {
  const read = readSyntax(source(file, text));
  const checked = checkModel(read.value, beside);
  const isBroken = read.diagnostics.some(({ severity }) => severity === "error");
  const model = isBroken ? undefined : checked.model;
  const compiled = model && compiledFor(model);
  const found = [...read.diagnostics, ...checked.diagnostics, ...(compiled?.diagnostics ?? [])];
  const ranked = severities.flatMap((wanted) => found.filter(({ severity }) => severity === wanted));
  const opened: OpenedModel = {
    file,
    faults: ranked.map((each) => faultOf(each, words)),
    picture: model && pictureOf(read.value, model),
    program: compiled?.program,
    controls: compiled?.controls ?? [],
    series: compiled?.series ?? [],
    trials:
      model === undefined || compiled?.program === undefined ? [] : trialsOf(model, compiled.program.layout.outputs),
  };
  return { opened, fan: (request) => fanOf(model, opened.controls, request) };
}

function compiledFor(model: Model) {
  const [controls, series] = [modelControls(model), modelSeries(model)];
  const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
  return { controls, series, ...compile(model, { inputs: names(controls), outputs: names(series) }) };
}
