import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import type {
  DefinitionSyntax,
  LeftSubscriptSyntax,
  NameSyntax,
  SyntaxExpr,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { ArraySpelling, type EquationOwner } from "./array-spelling.ts";
import { isNonNegative } from "./behavior.ts";
import { type DrivenFlow, flowsOf, readConveyor, readLeak, spreadElsewhere } from "./conveyor.ts";
import type { DerivedDimensions } from "./derived-dimensions.ts";
import type { NamedDimensionSyntax } from "./dimensions.ts";
import { attributeName, isTrue, nameIn } from "./element-name.ts";
import { parseEquation } from "./equation-parser.ts";
import { hasPoints, readGraph } from "./graphical-function.ts";
import { activeInitial } from "./initial-equation.ts";
import { dimensionNamesOf } from "./model-element.ts";
import { supplementaryMark } from "./own-marks.ts";
import type { Scope } from "./scope.ts";
import { type SourcedText, sliceText, spanOfText } from "./sourced-text.ts";
import { isUnsupported, reportUnknownParts } from "./variable-part.ts";
import { commentOf, unitsOf } from "./variable-text.ts";
import { vendorOf } from "./vendor.ts";
import { call, type WrittenName } from "./written-name.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml-element.ts";

/** What the variables of one model are read with. */
export interface VariableContext {
  readonly scope: Scope;
  readonly path: readonly string[];
  /** The model's `<behavior>`, then the file's. */
  readonly behaviors: readonly (XmlElement | undefined)[];
  readonly dimensions: ReadonlyMap<string, NamedDimensionSyntax>;
  readonly derived: DerivedDimensions;
  readonly groups: ReadonlyMap<string, string>;
  /** What a module's input is connected to. */
  source(name: string): WrittenName | undefined;
  /** Outflows of conveyors and queues, by key: they have no equation of their own. */
  readonly driven: ReadonlyMap<string, DrivenFlow>;
  /** Inflows of conveyors, by key. */
  readonly ontoBelts: ReadonlySet<string>;
  readonly found: Diagnostic[];
}

/** Reads a stock, flow, auxiliary or graph (XMILE 1.0, 4.1 to 4.5): one equation, or one for each element that has its own. */
export function readVariable(element: XmlElement, context: VariableContext): readonly VariableSyntax[] {
  const name = attributeName(element, "name", context.found);
  return name === undefined ? [] : new VariableReading(element, name, context).equations();
}

/** What a variable, or one element of it, is defined by. */
interface Written {
  readonly equation: XmlElement | undefined;
  readonly initial: XmlElement | undefined;
  readonly graph: XmlElement | undefined;
}

/** The reading of one variable, gone with it. */
class VariableReading {
  private readonly element: XmlElement;
  private readonly name: NameSyntax;
  private readonly context: VariableContext;
  private readonly dimensions: readonly NamedDimensionSyntax[];

  constructor(element: XmlElement, name: NameSyntax, context: VariableContext) {
    this.element = element;
    this.name = name;
    this.context = context;
    this.dimensions = this.declaredDimensions();
  }

  equations(): readonly VariableSyntax[] {
    const { element, context, name } = this;
    reportUnknownParts(element, context.found);
    const source = context.source(name.name);
    if (this.isUnsupported()) return [this.equation(undefined, faulty(element.tag))];
    if (source !== undefined) return [this.equation(undefined, this.connection(source))];
    const parts = childrenNamed(element, "element");
    if (parts.length > 0) return parts.map((part) => this.partEquation(part));
    const driven = this.driven(element, undefined);
    if (driven !== undefined) return [this.equation(undefined, driven)];
    const [equations, graphs] = [childrenNamed(element, "eqn"), childrenNamed(element, "gf")];
    if (equations.length > 1 || graphs.length > 1) return this.listed(equations, graphs);
    const definition = this.definition({ ...this.own(element), graph: graphs[0] }, undefined);
    return [this.equation(undefined, definition), ...this.namedGraph()];
  }

  private isUnsupported(): boolean {
    const { element, context, name } = this;
    const refuse = (what: string) =>
      context.found.push(report("unsupported-in-xmile", element.tag, { name: name.name, what }));
    const strayLeak = childNamed(element, "leak") !== undefined && !context.driven.has(nameKey(name.name));
    if (strayLeak) refuse("leaks, but from no conveyor");
    const isSpread = spreadElsewhere(element);
    if (isSpread) refuse("comes in all along a conveyor");
    const isConverted = this.multiplier() !== undefined && (element.name !== "flow" || this.isOnBelt());
    if (isConverted) refuse("changes its units on the way into or out of a conveyor");
    return isUnsupported(element, name.name, context.found) || strayLeak || isSpread || isConverted;
  }

  /** What a unit of the flow becomes downstream (4.3); undefined where it stays one. */
  private multiplier(): SourcedText | undefined {
    const text = childNamed(this.element, "multiplier")?.text;
    return text === undefined || text.text.trim() === "" || Number(text.text) === 1 ? undefined : text;
  }

  private isOnBelt(): boolean {
    const { driven, ontoBelts } = this.context;
    const key = nameKey(this.name.name);
    return driven.has(key) || ontoBelts.has(key);
  }

  /** One array element, which may leave to the variable what all share. */
  private partEquation(part: XmlElement): VariableSyntax {
    const elements = this.elementsOf(part);
    const equation = equationText(childNamed(part, "eqn")) === undefined ? this.element : part;
    const graph = childNamed(part, "gf") ?? childNamed(this.element, "gf");
    const driven = this.driven(part, elements);
    return this.equation(elements, driven ?? this.definition({ ...this.own(equation), graph }, elements));
  }

  /** Vensim writes what differs between elements one after the other, in the order of the elements, the last subscript fastest. */
  private listed(equations: readonly XmlElement[], graphs: readonly XmlElement[]): readonly VariableSyntax[] {
    const wanted = this.dimensions.reduce((product, { elements }) => product * elements.length, 1);
    const wrong = [equations, graphs].find((each) => each.length > 1 && each.length !== wanted);
    if (wrong !== undefined) {
      const facts = { name: this.name.name, wanted, given: wrong.length };
      this.context.found.push(report("equation-count", wrong[1]!.tag, facts));
      return [this.equation(undefined, faulty(wrong[1]!.tag))];
    }
    return this.combinations().map((elements, index) => {
      const own = (all: readonly XmlElement[]) => (all.length > 1 ? all[index] : all[0]);
      const written = { equation: own(equations), graph: own(graphs), initial: undefined };
      return this.equation(elements, this.definition(written, elements));
    });
  }

  private own(holder: XmlElement): Written {
    return { equation: childNamed(holder, "eqn"), initial: childNamed(holder, "init_eqn"), graph: undefined };
  }

  private combinations(): readonly (readonly LeftSubscriptSyntax[])[] {
    const { span } = this.name;
    const spelling = this.spelling(undefined);
    return this.dimensions.reduce<readonly (readonly LeftSubscriptSyntax[])[]>(
      (rows, { elements }, index) => {
        const dimension = spelling.ownDimension(index).name;
        return rows.flatMap((row) => elements.map(({ name }) => [...row, { name, dimension, span }]));
      },
      [[]],
    );
  }

  private declaredDimensions(): readonly NamedDimensionSyntax[] {
    const { dimensions, found } = this.context;
    return dimensionNamesOf(this.element).flatMap(({ text, element }) => {
      const dimension = dimensions.get(nameKey(text));
      const near = nearestName(
        text,
        [...dimensions.values()].map((each) => each.name),
      );
      const facts = { name: text, user: this.name.name, near };
      if (dimension === undefined) found.push(report("unknown-dimension", element.tag, facts));
      return dimension ?? [];
    });
  }

  private equation(elements: readonly LeftSubscriptSyntax[] | undefined, definition: DefinitionSyntax): VariableSyntax {
    const { name, element, context } = this;
    const vendor = vendorOf(element);
    const mark = element.attributes.get(supplementaryMark);
    return {
      ...(vendor && { vendor }),
      name: name.name,
      nameSpan: name.span,
      subscripts: this.spelling(elements).ownSubscripts(name.span),
      except: [],
      definition,
      units: unitsOf(element, context.found),
      comment: commentOf(element),
      group: context.groups.get(nameKey(name.name)),
      supplementary: mark !== undefined && isTrue(mark),
      modulePath: context.path,
      span: element.whole,
    };
  }

  private spelling(elements: readonly LeftSubscriptSyntax[] | undefined): ArraySpelling {
    const { scope, derived, found } = this.context;
    const owner: EquationOwner = { name: this.name.name, dimensions: this.dimensions, elements };
    return new ArraySpelling(scope, owner, derived, found);
  }

  /** `subscript="Boston, 2"`: the elements by name, or by number where they have none. */
  private elementsOf(part: XmlElement): readonly LeftSubscriptSyntax[] {
    const text = part.attributes.get("subscript");
    if (text === undefined) {
      this.context.found.push(report("missing-attribute", part.tag, { element: "element", attribute: "subscript" }));
      return [];
    }
    return splitAtCommas(text).map((written, index) => this.elementNamed(nameIn(written), index));
  }

  private elementNamed(written: NameSyntax, index: number): LeftSubscriptSyntax {
    const dimension = this.dimensions[index];
    if (dimension === undefined) return written;
    const byName = dimension.elements.find((each) => nameKey(each.name) === nameKey(written.name));
    const byNumber = /^\d+$/u.test(written.name) ? dimension.elements[Number(written.name) - 1] : undefined;
    const name = (byName ?? byNumber)?.name ?? written.name;
    return { name, span: written.span, dimension: this.spelling(undefined).ownDimension(index).name };
  }

  private definition(
    { equation, graph, initial }: Written,
    elements: readonly LeftSubscriptSyntax[] | undefined,
  ): DefinitionSyntax {
    const { element, name, context } = this;
    const text = equationText(equation);
    if (element.name === "gf") return { kind: "lookup", lookup: readGraph(element, name.name, context.found) };
    if (text === undefined && graph !== undefined && hasPoints(graph))
      return { kind: "lookup", lookup: readGraph(graph, name.name, context.found) };
    const conveyor = element.name === "stock" ? this.conveyor(text, elements) : undefined;
    if (conveyor !== undefined) return conveyor;
    const always = text === undefined ? this.missing(equation) : this.expression(text, graph, elements);
    if (element.name === "stock") return this.stock(always);
    const expression = this.beginning(always, equationText(initial), elements);
    if (element.name === "aux") return { kind: "equation", expression };
    const nonNegative = isNonNegative(element, context.behaviors);
    const multiplier = this.multiplier();
    if (multiplier === undefined) return { kind: "flow", expression, nonNegative };
    const converted = parseEquation(multiplier, this.spelling(undefined), context.found);
    return { kind: "flow", expression, nonNegative, multiplier: converted };
  }

  /** Converters write Vensim's ACTIVE INITIAL so: an equation that holds from the start on, and one for the value to start with. */
  private beginning(
    always: SyntaxExpr,
    initial: SourcedText | undefined,
    elements: readonly LeftSubscriptSyntax[] | undefined,
  ): SyntaxExpr {
    if (initial === undefined) return always;
    const first = parseEquation(initial, this.spelling(elements), this.context.found);
    return call({ parts: [activeInitial], span: first.span }, [], [always, first], always.span);
  }

  private missing(written: XmlElement | undefined): SyntaxExpr {
    const { context, name } = this;
    const math = written === undefined ? childNamed(this.element, "mathml") : undefined;
    if (math !== undefined) {
      const what = "has its equation in MathML alone";
      context.found.push(report("unsupported-in-xmile", math.tag, { name: name.name, what }));
      return { kind: "faulty", span: math.tag };
    }
    const span = written === undefined || written.text.text.trim() === "" ? this.element.tag : spanOfText(written.text);
    context.found.push(report("missing-equation", span, { name: name.name }));
    return { kind: "faulty", span };
  }

  private expression(
    text: SourcedText,
    graph: XmlElement | undefined,
    elements: readonly LeftSubscriptSyntax[] | undefined,
  ): SyntaxExpr {
    const { found } = this.context;
    const x = parseEquation(text, this.spelling(elements), found);
    if (graph === undefined) return x;
    if (!hasPoints(graph)) return this.callOf(graph, x);
    const table: SyntaxExpr = { kind: "lookup", lookup: readGraph(graph, this.name.name, found), span: graph.tag };
    return call({ parts: ["WITH LOOKUP"], span: graph.tag }, [], [x, table], x.span);
  }

  /** `<gf name="rising"/>` uses a graph that stands elsewhere. */
  private callOf(graph: XmlElement, x: SyntaxExpr): SyntaxExpr {
    const name = attributeName(graph, "name", this.context.found);
    if (name === undefined) return { kind: "faulty", span: graph.tag };
    return call({ parts: [name.name], span: name.span }, [], [x], x.span);
  }

  /** A graph inside a variable that has a name can be called by it as well (4.1.3). */
  private namedGraph(): readonly VariableSyntax[] {
    const graph = this.element.name === "gf" ? undefined : childNamed(this.element, "gf");
    if (graph === undefined || !graph.attributes.has("name") || !hasPoints(graph)) return [];
    const name = attributeName(graph, "name", this.context.found);
    if (name === undefined || nameKey(name.name) === nameKey(this.name.name)) return [];
    // Its faults have been reported where the variable reads it.
    const definition: DefinitionSyntax = { kind: "lookup", lookup: readGraph(graph, name.name, []) };
    return [
      {
        ...this.equation(undefined, definition),
        name: name.name,
        nameSpan: name.span,
        subscripts: [],
        units: undefined,
      },
    ];
  }

  private connection(source: WrittenName): DefinitionSyntax {
    return { kind: "equation", expression: this.spelling(undefined).reference(source, undefined, false) };
  }

  private stock(initial: SyntaxExpr): DefinitionSyntax {
    const { element, context } = this;
    const [inflows, outflows] = [flowsOf(element, "inflow"), flowsOf(element, "outflow")];
    return { kind: "stock", initial, inflows, outflows, nonNegative: isNonNegative(element, context.behaviors) };
  }

  /** What a conveyor makes of this flow; undefined where none does. */
  private driven(part: XmlElement, elements: readonly LeftSubscriptSyntax[] | undefined): DefinitionSyntax | undefined {
    const { element, context, name } = this;
    const kind = element.name === "flow" ? context.driven.get(nameKey(name.name)) : undefined;
    if (kind === undefined) return undefined;
    if (kind === "elsewhere") return faulty(element.tag);
    const read = (text: SourcedText) => parseEquation(text, this.spelling(elements), context.found);
    const leak = kind === "end" ? undefined : readLeak(element, part, read, context.found);
    return { kind: "driven", leak, span: element.tag };
  }

  private conveyor(
    text: SourcedText | undefined,
    elements: readonly LeftSubscriptSyntax[] | undefined,
  ): DefinitionSyntax | undefined {
    const { element, context, name } = this;
    const conveyor = childNamed(element, "conveyor");
    if (conveyor === undefined || text === undefined) return undefined;
    const read = (each: SourcedText) => parseEquation(each, this.spelling(elements), context.found);
    const belt = readConveyor(conveyor, name.name, read, context.found);
    if (belt === undefined) return faulty(conveyor.tag);
    const [inflows, outflows] = [flowsOf(element, "inflow"), flowsOf(element, "outflow")];
    return { kind: "conveyor", initial: splitAtOuterCommas(text).map(read), inflows, outflows, ...belt };
  }
}

function faulty(span: Span): DefinitionSyntax {
  return { kind: "equation", expression: { kind: "faulty", span } };
}

/** Undefined where it is missing: empty, only a comment, or the question marks that a converter leaves behind. */
function equationText(equation: XmlElement | undefined): SourcedText | undefined {
  const text = equation?.text;
  return text === undefined || /^(?:[\s?]|\{[^}]*\})*$/u.test(text.text) ? undefined : text;
}

function splitAtCommas(text: SourcedText): readonly SourcedText[] {
  return [...text.text.matchAll(/(?:"[^"]*"|[^,"])+/gu)].map(({ 0: written, index }) =>
    sliceText(text, index, index + written.length),
  );
}

/** The values of a conveyor's initial list; a comma inside brackets or quotes parts nothing. */
function splitAtOuterCommas(text: SourcedText): readonly SourcedText[] {
  const parts: SourcedText[] = [];
  let [start, depth] = [0, 0];
  for (const { 0: mark, index } of text.text.matchAll(/"(?:[^"\\]|\\.)*"|\{[^}]*\}|[()[\],]/gsu)) {
    if (mark === "(" || mark === "[") depth++;
    if (mark === ")" || mark === "]") depth--;
    if (mark !== "," || depth > 0) continue;
    parts.push(sliceText(text, start, index));
    start = index + 1;
  }
  return [...parts, sliceText(text, start, text.text.length)];
}
