import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { IntegrationMethod, SimulationSyntax } from "../syntax/syntax-tree.ts";
import { isTrue } from "./element-name.ts";
import { readNumber } from "./number-text.ts";
import { type SourcedText, sliceText, spanOfText } from "./sourced-text.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";

/** XMILE 1.0, 3.4.1. Where a file gives several, the later ones are for programs that lack the first. */
const methods: ReadonlyMap<string, IntegrationMethod> = new Map([
  ["euler", "euler"],
  ["rk2", "heun"],
  ["rk4", "rk4"],
  ["rk45", "rk45"],
]);

/** Reads `<sim_specs>` (XMILE 1.0, 2.4). Every step is saved unless isee's save interval says otherwise. */
export function readSimulationSpecs(specs: XmlElement, found: Diagnostic[]): SimulationSyntax {
  refuseParts(specs, found);
  reportStrangers(specs, found);
  const timeStep = timeStepOf(specs, found);
  return {
    initialTime: numberIn(specs, "start", found),
    finalTime: numberIn(specs, "stop", found),
    timeStep,
    saveStep: saveStepOf(specs, found) ?? timeStep,
    timeUnits: specs.attributes.get("time_units")?.text.trim(),
    method: methodOf(specs.attributes.get("method"), found),
    span: specs.tag,
  };
}

function numberIn(specs: XmlElement, name: string, found: Diagnostic[]): number | undefined {
  const element = childNamed(specs, name);
  return element && readNumber(element.text, `${name} time`, found);
}

/** What programs have for it, as an attribute or as an element: the standard has no such thing. */
export const saveSteps: readonly string[] = [
  "isee:save_interval",
  "save_interval",
  "savestep",
  "save_step",
  "isee:savestep",
];

/** Undefined where none is given; 0 is taken for none, which was not checked against Stella. */
function saveStepOf(specs: XmlElement, found: Diagnostic[]): number | undefined {
  const texts = saveSteps.flatMap((name) => specs.attributes.get(name) ?? childNamed(specs, name)?.text ?? []);
  return (texts[0] && readNumber(texts[0], "save interval", found)) || undefined;
}

/** XMILE 1.0, 2.3; `pause` is for the program that shows a run. */
const parts = new Set(["start", "stop", "dt", "run", "pause", ...saveSteps]);

function reportStrangers(specs: XmlElement, found: Diagnostic[]): void {
  for (const { name, tag } of specs.children)
    if (!parts.has(name) && !name.includes(":")) found.push(report("unknown-tag", tag, { name, parent: "sim_specs" }));
}

/** XMILE 1.0, 2.3 */
export const defaultStep = 1;

/** Where the step is a reciprocal, 16 means 1/16. */
function timeStepOf(specs: XmlElement, found: Diagnostic[]): number {
  const element = childNamed(specs, "dt");
  if (element === undefined) return defaultStep;
  // What is no number has been said to be none, and nothing is run.
  const value = readNumber(withoutName(element.text), "dt", found) ?? defaultStep;
  const reciprocal = element.attributes.get("reciprocal");
  // A reciprocal of 0 stays 0, which is no step and is said to be none later.
  return value && reciprocal !== undefined && isTrue(reciprocal) ? 1 / value : value;
}

/** Vensim writes `TIME_STEP=10`. */
function withoutName(text: SourcedText): SourcedText {
  const [name] = /^\s*TIME[ _]STEP\s*=/iu.exec(text.text) ?? [""];
  return sliceText(text, name.length, text.text.length);
}

function methodOf(text: SourcedText | undefined, found: Diagnostic[]): IntegrationMethod {
  if (text === undefined || text.text.trim() === "") return "euler";
  const asked = text.text.split(",").map((method) => method.trim().toLowerCase());
  const method = asked.map((each) => methods.get(each)).find((each) => each !== undefined);
  if (method !== undefined) return method;
  const facts = { what: "integration method that can be used here", value: text.text.trim() };
  found.push(report("unknown-option", spanOfText(text), { ...facts, options: [...methods.keys()] }));
  return "euler";
}

function refuseParts(specs: XmlElement, found: Diagnostic[]): void {
  const run = childNamed(specs, "run");
  const by = run?.attributes.get("by");
  if (run === undefined || by === undefined || by.text.trim() === "all") return;
  const what = `runs only some ${by.text.trim()}s`;
  found.push(report("unsupported-in-xmile", run.tag, { name: "sim_specs", what }));
}

/** Whether a module's own run is the same as that of the whole, so that nothing is lost where it is not read. */
export function isSameRun(specs: XmlElement, whole: SimulationSyntax): boolean {
  const own = readSimulationSpecs(specs, []);
  const says = (part: string) => childNamed(specs, part) !== undefined;
  const { initialTime, finalTime, timeStep, method } = own;
  return (
    (!says("start") || initialTime === whole.initialTime) &&
    (!says("stop") || finalTime === whole.finalTime) &&
    (!says("dt") || timeStep === whole.timeStep) &&
    (!specs.attributes.has("method") || method === whole.method)
  );
}
