import {
  type Diagnostic,
  type Model,
  nameKey,
  nearestName,
  type Outcome,
  type Span,
  source,
  span,
  type Variable,
} from "@sequitur/model";
import { report } from "../diagnostics.ts";
import { type Element, elementName, sizeOf, stridesOf } from "./element.ts";

/** The elements that a name stands for: one, or all of an array that is named without subscripts. */
export function findElements(model: Model, name: string): Outcome<readonly Element[]> {
  const found = findWhole(model, name);
  if (found !== undefined) return { value: allElements(found), diagnostics: [] };
  const split = subscriptsOf(name);
  const array = split && findWhole(model, split.variable);
  return array === undefined
    ? unknownName(model, split?.variable ?? name, name)
    : findOne(array, split!.subscripts, name);
}

/** The one element that a name stands for. */
export function findElement(model: Model, name: string): Outcome<Element | undefined> {
  const { value, diagnostics } = findElements(model, name);
  if (value.length < 2) return { value: value[0], diagnostics };
  const example = elementName(model, value[0]!);
  return { value: undefined, diagnostics: [report("subscripts-missing", placeOfName(name), { name, example })] };
}

/** A request has no file; the name itself stands for its place. */
export function placeOfName(name: string): Span {
  return span(source("request", name), 0, name.length);
}

function findWhole(model: Model, name: string): Variable | undefined {
  const key = nameKey(name);
  return model.variables.find((variable) => nameKey(variable.name) === key);
}

function allElements(variable: Variable): readonly Element[] {
  return Array.from({ length: sizeOf(variable) }, (_, offset) => ({ variable: variable.id, offset }));
}

function subscriptsOf(name: string): { variable: string; subscripts: readonly string[] } | undefined {
  const parts = /^(.*?)\s*\[([^[\]]*)\]\s*$/su.exec(name);
  return parts === null ? undefined : { variable: parts[1]!, subscripts: parts[2]!.split(",") };
}

function findOne(
  { id, axes, name: user }: Variable,
  subscripts: readonly string[],
  name: string,
): Outcome<readonly Element[]> {
  const strides = stridesOf(axes);
  let offset = 0;
  for (let i = 0; i < Math.max(axes.length, subscripts.length); i++) {
    const elements = axes[i]?.elements ?? [];
    const position = elements.findIndex((element) => nameKey(element) === nameKey(subscripts[i] ?? ""));
    if (position === -1) return unknownSubscript(user, subscripts[i]?.trim() ?? "", elements, name);
    offset += position * strides[i]!;
  }
  return { value: [{ variable: id, offset }], diagnostics: [] };
}

function unknownSubscript(
  user: string,
  name: string,
  elements: readonly string[],
  whole: string,
): Outcome<readonly Element[]> {
  return nothing(report("no-such-element", placeOfName(whole), { name, user, near: nearestName(name, elements) }));
}

function unknownName(model: Model, name: string, whole: string): Outcome<readonly Element[]> {
  const names = model.variables.filter(({ hidden }) => !hidden).map((variable) => variable.name);
  return nothing(report("unknown-element", placeOfName(whole), { name: whole, near: nearestName(name, names) }));
}

const nothing = (diagnostic: Diagnostic): Outcome<readonly Element[]> => ({ value: [], diagnostics: [diagnostic] });
