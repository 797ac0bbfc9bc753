import { expect } from "vitest";
import { readDataSet } from "../data/data-set.ts";
import { type Beside, nothingBeside } from "../data/file-content.ts";
import type { Model } from "../model.ts";
import { readModel } from "../read-model.ts";
import { type Diagnostic, explain } from "../source/diagnostic.ts";
import { modelDiagnostics } from "../source/diagnostics.ts";
import { source } from "../source/source.ts";

const times = `
INITIAL TIME = 0 ~ Month ~|
FINAL TIME = 10 ~ Month ~|
TIME STEP = 1 ~ Month ~|
SAVEPER = TIME STEP ~ Month ~|
`;

/** Reads Vensim equations, to which the times of a run are added; nothing may be found wrong with them. */
export function modelOf(equations: string): Model {
  const { model, diagnostics } = readModel(source("small.mdl", equations + times));
  expect(diagnostics.map((each) => explain(each, modelDiagnostics).says)).toEqual([]);
  return model!;
}

/** Every place between « and » must be reported, with these codes in the order of the places, and nothing else. */
export function expectFaults(marked: string, ...codes: readonly string[]): void {
  expectFaultsIn("small.mdl", marked, times, codes);
}

/** As `expectFaults`, with files beside the model. */
export function expectFaultsBeside(marked: string, beside: Beside, codes: readonly string[]): void {
  expectFaultsIn("small.mdl", marked, times, codes, beside);
}

/** As `expectFaults`, for a data set. */
export function expectDataFaults(file: string, marked: string, codes: readonly string[]): void {
  const { text, places } = unmarked(marked);
  expectAt(text, places, codes, readDataSet(source(file, text)).diagnostics);
}

/** As `expectFaults`, for equations that bring their own times, or none. */
export function expectFaultsWithoutTimes(marked: string, ...codes: readonly string[]): void {
  expectFaultsIn("small.mdl", marked, "", codes);
}

/** As `expectFaults`, for the inside of an XMILE file's only model. */
export function expectXmileFaults(marked: string, ...codes: readonly string[]): void {
  expectFaultsIn("small.xmile", xmileOf(marked), "", codes);
}

export function xmileOf(inside: string): string {
  return `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs><start>0</start><stop>10</stop><dt>1</dt></sim_specs>
<model><variables>${inside}</variables></model></xmile>`;
}

function expectFaultsIn(
  file: string,
  marked: string,
  tail: string,
  codes: readonly string[],
  beside: Beside = nothingBeside,
): void {
  const { text, places } = unmarked(marked);
  expectAt(text, places, codes, readModel(source(file, text + tail), beside).diagnostics);
}

function expectAt(
  text: string,
  places: readonly [number, number][],
  codes: readonly string[],
  diagnostics: readonly Diagnostic[],
): void {
  const found = diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  expect(found.map(({ code }) => code)).toEqual(codes);
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(
    places.map(([from, to]) => text.slice(from, to)),
  );
  expect(found.map(({ span }) => [span.start, span.end])).toEqual(places);
  for (const each of diagnostics)
    expect(Object.values(explain(each, modelDiagnostics)).join()).not.toMatch(/undefined|NaN/);
}

function unmarked(marked: string): { readonly text: string; readonly places: readonly [number, number][] } {
  const places: [number, number][] = [];
  let text = "";
  for (const part of marked.split(/(?=[«»])/u)) {
    if (part.startsWith("«")) places.push([text.length, text.length]);
    if (part.startsWith("»")) places.findLast(([from, to]) => from === to)![1] = text.length;
    text += part.replace(/^[«»]/u, "");
  }
  return { text, places };
}
