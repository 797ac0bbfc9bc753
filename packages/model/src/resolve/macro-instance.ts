import { arityOf, builtinsNamed, takesMarked } from "../builtin/register.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type {
  Dialect,
  LeftSubscriptSyntax,
  MacroInputSyntax,
  MacroSyntax,
  SubscriptSyntax,
  SyntaxExpr,
  UnitsSyntax,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";

export type Call = Extract<SyntaxExpr, { kind: "call" }>;

/** What an instance must know of the model around it. */
export interface Surroundings {
  /** What the call's value is called; its other variables begin with it. */
  readonly name: string;
  isModelVariable(name: string): boolean;
  isReduction(call: Call): boolean;
}

/**
 * One call of a macro, written out: the macro's variables for this call alone. They have the subscripts of the equation that the call
 * stands in, and those that a reduction around the call runs through, since the arguments may use both.
 */
export class MacroInstance {
  /** A dimension that both the equation and a reduction around the call run through; such a call cannot be written out. */
  readonly twice: string | undefined;
  private readonly macro: MacroSyntax;
  private readonly call: Call;
  private readonly site: VariableSyntax;
  private readonly around: Surroundings;
  /** The subscripts with `!` in the arguments that a reduction around the call takes up. */
  private readonly reduced: readonly SubscriptSyntax[];
  private readonly locals: ReadonlySet<string>;
  private readonly lookups: ReadonlySet<string>;
  /** By the key of an input: what stands for it inside. */
  private readonly inputs = new Map<string, SyntaxExpr>();
  private readonly made: VariableSyntax[] = [];

  constructor(macro: MacroSyntax, call: Call, site: VariableSyntax, around: Surroundings) {
    this.macro = macro;
    this.call = call;
    this.site = site;
    this.around = around;
    this.reduced = this.openLoops(call.args);
    const own = new Set(site.subscripts.map(({ name }) => nameKey(name)));
    this.twice = this.reduced.find(({ name }) => own.has(nameKey(name)))?.name;
    this.locals = new Set(macro.variables.map(({ name }) => nameKey(name)));
    const lookups = macro.variables.filter(({ definition }) => definition.kind === "lookup");
    this.lookups = new Set(lookups.map(({ name }) => nameKey(name)));
    for (const [index, input] of macro.inputs.entries()) this.setInput(input, call.args[index]);
  }

  /** The macro's variables, and one for each argument that is more than a name or a number. */
  variables(): readonly VariableSyntax[] {
    const locals = this.macro.variables.map((variable): VariableSyntax => {
      const definition = mapDefinition(
        variable.definition,
        (expr) => this.inside(expr),
        (flow) => ({ ...flow, name: this.outerName(flow.name) }),
      );
      const { name, nameSpan, comment, units, span } = variable;
      const local = this.hidden(this.outerName(name), definition, variable.subscripts);
      return { ...local, nameSpan, comment, units: this.unitsInside(units), span };
    });
    return [...this.made, ...locals];
  }

  /** Variables of the model that the call's outputs after the colon define. */
  outputs(): readonly VariableSyntax[] {
    return this.call.outputs.map(({ name, span }, index): VariableSyntax => {
      const source = this.outerName(this.macro.outputs[index]!.name);
      const expression: SyntaxExpr = { kind: "reference", name: source, subscripts: this.ownSubscripts(), span };
      return { ...this.hidden(name, { kind: "equation", expression }, []), nameSpan: span, hidden: false };
    });
  }

  /** The value is the variable of the macro's name, or else its first output. */
  value(): SyntaxExpr {
    const { macro, call, reduced } = this;
    const isNamed = this.locals.has(nameKey(macro.name));
    const name = isNamed ? macro.name : (macro.outputs[0]?.name ?? macro.name);
    const subscripts = [...this.siteSubscripts(), ...reduced];
    return { kind: "reference", name: this.outerName(name), subscripts, span: call.span };
  }

  private setInput(input: MacroInputSyntax, given: SyntaxExpr | undefined): void {
    const expression = given === undefined ? this.defaultOf(input) : this.unreduced(given);
    const isSimple = expression.kind === "number" || expression.kind === "reference";
    this.inputs.set(nameKey(input.name), isSimple ? expression : this.argument(input, expression));
  }

  /** A default may use the inputs before it. */
  private defaultOf(input: MacroInputSyntax): SyntaxExpr {
    return input.default === undefined ? { kind: "faulty", span: this.call.span } : this.inside(input.default);
  }

  private argument(input: MacroInputSyntax, expression: SyntaxExpr): SyntaxExpr {
    const name = this.outerName(input.name);
    this.made.push(this.hidden(name, { kind: "equation", expression }, []));
    return { kind: "reference", name, subscripts: this.ownSubscripts(), span: expression.span };
  }

  private hidden(
    name: string,
    definition: VariableSyntax["definition"],
    subscripts: readonly LeftSubscriptSyntax[],
  ): VariableSyntax {
    const { site, call, reduced } = this;
    const added = [...reduced.map(({ name: dimension, span }) => ({ name: dimension, span })), ...subscripts];
    return {
      name,
      nameSpan: call.nameSpan,
      subscripts: [...site.subscripts, ...added],
      except: site.except.map((hole) => [...hole, ...added]),
      definition,
      units: undefined,
      comment: "",
      group: site.group,
      supplementary: false,
      modulePath: [],
      hidden: true,
      span: call.span,
    };
  }

  /** An expression of the macro's body, as it stands in the model. */
  private inside(expr: SyntaxExpr): SyntaxExpr {
    const mapped = mapParts(expr, (part) => this.inside(part));
    if (mapped.kind !== "reference" && mapped.kind !== "call") return mapped;
    const input = this.inputs.get(nameKey(mapped.name));
    if (input !== undefined) return inPlaceOf(mapped, input);
    const isLocal = (mapped.kind === "call" ? this.lookups : this.locals).has(nameKey(mapped.name));
    if (isLocal) {
      const subscripts = [...this.ownSubscripts(), ...mapped.subscripts];
      return { ...mapped, name: this.outerName(mapped.name), subscripts };
    }
    return mapped.kind === "call" ? mapped : { ...mapped, name: this.outerName(mapped.name) };
  }

  /**
   * The name in the model of one in the macro's body. A variable of the model is seen in there only with a `$` after its name; one
   * without is taken for the macro's own, which will turn out not to be there.
   */
  private outerName(name: string): string {
    const { macro, around, locals } = this;
    if (nameKey(name) === nameKey(macro.name)) return around.name;
    const own = `${around.name}: ${name}`;
    if (locals.has(nameKey(name))) return own;
    if (name.endsWith("$")) return name.slice(0, -1);
    const isInput = macro.inputs.some((input) => nameKey(input.name) === nameKey(name));
    return isInput || around.isModelVariable(name) ? own : name;
  }

  private siteSubscripts(): readonly SubscriptSyntax[] {
    return this.site.subscripts.map((subscript) => ({ ...subscript, bang: false, index: undefined }));
  }

  private ownSubscripts(): readonly SubscriptSyntax[] {
    return [...this.siteSubscripts(), ...this.reduced.map((subscript) => ({ ...subscript, bang: false }))];
  }

  /** Units inside a macro may be given as an input's name, which stands for that input's units; those are not known here. */
  private unitsInside(units: UnitsSyntax | undefined): UnitsSyntax | undefined {
    const names = new Set(units?.text.split(/[*/^()]/u).map(nameKey));
    return this.macro.inputs.some(({ name }) => names.has(nameKey(name))) ? undefined : units;
  }

  private openLoops(expressions: readonly SyntaxExpr[]): readonly SubscriptSyntax[] {
    const all = expressions.flatMap((expr): readonly SubscriptSyntax[] => {
      if (expr.kind === "call" && this.around.isReduction(expr)) return [];
      const own = "subscripts" in expr ? expr.subscripts.filter(({ bang }) => bang) : [];
      return [...own, ...this.openLoops(partsOf(expr))];
    });
    return all.filter(({ name }, index) => all.findIndex((each) => nameKey(each.name) === nameKey(name)) === index);
  }

  /** An argument as it stands inside, where the loops of the reduction are subscripts like others. */
  private unreduced(expr: SyntaxExpr): SyntaxExpr {
    if (expr.kind === "call" && this.around.isReduction(expr)) return expr;
    const mapped = mapParts(expr, (part) => this.unreduced(part));
    if (mapped.kind !== "reference" && mapped.kind !== "call") return mapped;
    return { ...mapped, subscripts: mapped.subscripts.map((subscript) => ({ ...subscript, bang: false })) };
  }
}

/** An argument where the body has the input: used as it is, subscripted, or called as the lookup that it is. */
function inPlaceOf(use: SyntaxExpr, argument: SyntaxExpr): SyntaxExpr {
  if (argument.kind !== "reference" || (use.kind !== "reference" && use.kind !== "call")) return argument;
  const subscripts = use.subscripts.length > 0 ? use.subscripts : argument.subscripts;
  return { ...use, name: argument.name, subscripts };
}

/** Whether a call takes up the subscripts with `!` inside it. */
export function isReduction({ name, args }: Call, dialect: Dialect): boolean {
  const rows = builtinsNamed(dialect, name);
  return rows.some((row) => {
    const { least, most } = arityOf(row);
    return takesMarked(row) && args.length >= least && args.length <= most;
  });
}
