import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { ConveyorSyntax, LeakSyntax, NameSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { isTrue, nameIn } from "./element-name.ts";
import { variablesOf } from "./model-element.ts";
import { readNumber } from "./number-text.ts";
import type { SourcedText } from "./sourced-text.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml-element.ts";

/** What an outflow of a conveyor, a queue or an oven is: such a stock moves its outflows by itself. */
export type DrivenFlow = "end" | "leak" | "elsewhere";

/**
 * The flows of a model that stocks move by themselves, by key. Of a conveyor's outflows the first one without a `<leak>` comes off the
 * end of the belt; where none has a mark, the others leak (XMILE 1.0, 4.2.1).
 */
export function drivenFlowsOf(model: XmlElement): ReadonlyMap<string, DrivenFlow> {
  const variables = variablesOf(model);
  const leaks = new Set(variables.filter((each) => childNamed(each, "leak") !== undefined).map(keyOf));
  const driven = new Map<string, DrivenFlow>();
  for (const stock of variables) {
    const outflows = childrenNamed(stock, "outflow").map(({ text }) => nameKey(nameIn(text).name));
    if (isRefused(stock)) for (const flow of outflows) driven.set(flow, "elsewhere");
    if (childNamed(stock, "conveyor") === undefined) continue;
    const end = outflows.find((flow) => !leaks.has(flow));
    for (const flow of outflows) driven.set(flow, flow === end ? "end" : "leak");
  }
  return driven;
}

/** The flows into the conveyors of a model, by key. */
export function flowsOntoBelts(model: XmlElement): ReadonlySet<string> {
  const belts = variablesOf(model).filter((stock) => childNamed(stock, "conveyor") !== undefined);
  return new Set(belts.flatMap((belt) => flowsOf(belt, "inflow").map(({ name }) => nameKey(name))));
}

function keyOf(variable: XmlElement): string {
  const name = variable.attributes.get("name");
  return name === undefined ? "" : nameKey(nameIn(name).name);
}

function isRefused(stock: XmlElement): boolean {
  return ["queue", "oven", "isee:oven"].some((name) => childNamed(stock, name) !== undefined);
}

type ReadExpression = (text: SourcedText) => SyntaxExpr;

/** Reads a `<conveyor>` of the stock `name`; undefined, and reported, where it has no length or asks for what is not supported. */
export function readConveyor(
  conveyor: XmlElement,
  name: string,
  read: ReadExpression,
  found: Diagnostic[],
): Pick<ConveyorSyntax, "length" | "capacity" | "inflowLimit" | "sample" | "arrest" | "leakage"> | undefined {
  const discrete = conveyor.attributes.get("discrete");
  if (discrete !== undefined && isTrue(discrete)) {
    const what = "is a conveyor that moves whole units";
    found.push(report("unsupported-in-xmile", conveyor.tag, { name, what }));
    return undefined;
  }
  const part = (tag: string) => expressionIn(childNamed(conveyor, tag), read);
  const length = part("len");
  if (length === undefined) {
    found.push(report("conveyor-without-length", conveyor.tag, { name }));
    return undefined;
  }
  const exponential = conveyor.attributes.get("exponential_leak");
  return {
    length,
    capacity: part("capacity"),
    inflowLimit: part("in_limit"),
    sample: part("sample"),
    arrest: part("arrest"),
    leakage: exponential !== undefined && isTrue(exponential) ? "exponential" : "linear",
  };
}

function expressionIn(element: XmlElement | undefined, read: ReadExpression): SyntaxExpr | undefined {
  return element === undefined || element.text.text.trim() === "" ? undefined : read(element.text);
}

/**
 * What leaks into a flow: the fraction stands in `<leak>`, or in the flow's equation beside an empty one, as Stella writes it; where there
 * is neither yet, nothing leaks. The zone is in attributes of the flow, or of the `<leak>`.
 * @param part the flow, or the element of it that has an equation of its own
 */
export function readLeak(flow: XmlElement, part: XmlElement, read: ReadExpression, found: Diagnostic[]): LeakSyntax {
  const leak = childNamed(part, "leak") ?? childNamed(flow, "leak");
  const bound = (attribute: string, otherwise: number) => {
    const text = flow.attributes.get(attribute) ?? leak?.attributes.get(attribute);
    return (text && readNumber(text, attribute, found)) ?? otherwise;
  };
  const equation = childNamed(part, "eqn") ?? childNamed(flow, "eqn");
  const fraction = expressionIn(leak, read) ?? expressionIn(equation, read);
  return {
    fraction: fraction ?? { kind: "number", value: 0, span: flow.tag },
    from: bound("leak_start", 0),
    to: bound("leak_end", 1),
  };
}

/** Whether an inflow is spread over the belt in a way of isee's own (not in XMILE 1.0): all of it comes in at the beginning here. */
export function spreadElsewhere(flow: XmlElement): boolean {
  const spread = flow.attributes.get("isee:spreadflow")?.text.trim().toLowerCase();
  return spread !== undefined && spread !== "" && spread !== "beginning";
}

export function flowsOf(stock: XmlElement, direction: "inflow" | "outflow"): readonly NameSyntax[] {
  return childrenNamed(stock, direction).map(({ text }) => nameIn(text));
}
