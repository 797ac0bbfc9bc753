import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { MacroSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { type Call, isReduction, MacroInstance } from "./macro-instance.ts";

/**
 * Replaces every call of a macro by the macro's variables, hidden and under names of their own for each call, so that the phases after
 * this know nothing of macros. Sources: vensim.com/documentation/macros.html; XMILE 1.0, 3.6.1 and 4.8.
 */
export function inlineMacros(tree: SyntaxTree): Outcome<SyntaxTree> {
  if (tree.macros.length === 0) return { value: tree, diagnostics: [] };
  const inlining = new Inlining(tree);
  const variables = tree.variables.map((variable) => inlining.expanded(variable, []));
  return { value: { ...tree, variables: [...variables, ...inlining.made], macros: [] }, diagnostics: inlining.found };
}

/** Macros that call macros multiply: a few lines could ask for more variables than there is memory. */
const mostCalls = 10_000;

/** One run of the phase over one tree, gone with it. */
class Inlining {
  readonly made: VariableSyntax[] = [];
  readonly found: Diagnostic[] = [];
  private readonly tree: SyntaxTree;
  private readonly macros = new Map<string, MacroSyntax[]>();
  private readonly taken: Set<string>;
  private calls = 0;

  constructor(tree: SyntaxTree) {
    this.tree = tree;
    this.taken = new Set(tree.variables.map(({ name }) => nameKey(name)));
    for (const macro of tree.macros) {
      const key = nameKey(macro.name);
      this.macros.set(key, [...(this.macros.get(key) ?? []), macro]);
    }
  }

  /** @param within the macros inside which the variable stands, outermost first */
  expanded(variable: VariableSyntax, within: readonly MacroSyntax[]): VariableSyntax {
    const replace = (expr: SyntaxExpr): SyntaxExpr => {
      const inside = mapParts(expr, replace);
      const call = this.callOf(inside);
      return call === undefined ? inside : this.inlined(call, variable, within);
    };
    return { ...variable, definition: mapDefinition(variable.definition, replace) };
  }

  /** A macro without inputs may be called by its name alone (XMILE 1.0, 3.3.2). */
  private callOf(expr: SyntaxExpr): Call | undefined {
    if (expr.kind === "call") return this.macros.has(nameKey(expr.name)) ? expr : undefined;
    if (expr.kind !== "reference" || this.taken.has(nameKey(expr.name))) return undefined;
    const plain = this.macros.get(nameKey(expr.name))?.some(({ inputs }) => inputs.length === 0);
    return plain ? { ...expr, kind: "call", nameSpan: expr.span, args: [], outputs: [] } : undefined;
  }

  private inlined(call: Call, site: VariableSyntax, within: readonly MacroSyntax[]): SyntaxExpr {
    const faulty: SyntaxExpr = { kind: "faulty", span: call.span };
    const macro = this.macroFor(call);
    if (macro === undefined) return faulty;
    if (within.includes(macro)) {
      this.found.push(report("macro-in-itself", call.nameSpan, { name: macro.name }));
      return faulty;
    }
    if (this.calls++ >= mostCalls) {
      if (this.calls === mostCalls + 1) this.found.push(report("too-many-macros", call.nameSpan, { limit: mostCalls }));
      return faulty;
    }
    const instance = new MacroInstance(macro, call, site, {
      name: this.freeName(`${macro.name} of ${site.name}`),
      isModelVariable: (name) => this.taken.has(nameKey(name)),
      isReduction: (inner) => isReduction(inner, this.tree.dialect),
    });
    const { twice } = instance;
    if (twice !== undefined) {
      this.found.push(report("macro-over-dimension", call.nameSpan, { name: macro.name, dimension: twice }));
      return faulty;
    }
    this.made.push(...instance.outputs());
    this.made.push(...instance.variables().map((variable) => this.expanded(variable, [...within, macro])));
    return instance.value();
  }

  /** The one with as many inputs as the call has arguments: XMILE allows several of one name. */
  private macroFor(call: Call): MacroSyntax | undefined {
    const macros = this.macros.get(nameKey(call.name)) ?? [];
    const given = call.args.length;
    const fitting = macros.find(({ inputs }) => {
      const least = inputs.filter((input) => input.default === undefined).length;
      return given >= least && given <= inputs.length;
    });
    const { name, inputs, outputs } = fitting ?? macros[0]!;
    if (fitting === undefined) {
      const wanted = `${inputs.length} arguments (${inputs.map((input) => input.name).join(", ")})`;
      this.found.push(report("argument-count", call.span, { name, wanted, given }));
    } else if (call.outputs.length > outputs.length) {
      const wanted = `${outputs.length} outputs after the colon`;
      this.found.push(report("argument-count", call.span, { name, wanted, given: call.outputs.length }));
      return undefined;
    }
    return fitting;
  }

  private freeName(name: string): string {
    for (let count = 1; ; count++) {
      const free = count === 1 ? name : `${name} (${count})`;
      if (this.taken.has(nameKey(free))) continue;
      this.taken.add(nameKey(free));
      return free;
    }
  }
}
