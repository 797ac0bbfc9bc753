import type { NamedDimension } from "../resolve/dimension-table.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { type ExpressionSpelling, expressionText } from "../syntax/expression-text.ts";
import { nameKey } from "../syntax/name-key.ts";
import { numberText } from "../syntax/number-text.ts";
import type { SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { type Arrays, elementAt, isValue, type Place, subscriptsOf } from "./array-place.ts";
import { identifierText } from "./name-text.ts";

type Reference = Extract<SyntaxExpr, { kind: "reference" }>;
type Call = Extract<SyntaxExpr, { kind: "call" }>;

/** The dimensions that equations name beside those of the file: a second name for one that stands on the left already. */
export class SecondNames {
  readonly made = new Map<string, { readonly name: string; readonly dimension: NamedDimension }>();

  of(dimension: NamedDimension): string {
    const name = `${dimension.name} (2)`;
    this.made.set(nameKey(name), { name, dimension });
    return name;
  }
}

/** The text of an equation where it is written (XMILE 1.0, 3.3 and 3.7.1). */
export function equationText(expr: SyntaxExpr, place: Place, arrays: Arrays, second: SecondNames): string {
  return expressionText(expr, new EquationSpelling(place, arrays, second, starsIn(expr, place, arrays)));
}

const binary = (text: string, left: number, right = left + 1) => ({ text, left, right });

class EquationSpelling implements ExpressionSpelling {
  readonly unary = {
    negate: { text: "-", right: 7 },
    plus: { text: "+", right: 7 },
    not: { text: "NOT ", right: 7 },
  };
  readonly binary = {
    or: binary(" OR ", 1),
    and: binary(" AND ", 2),
    equal: binary(" = ", 3),
    "not-equal": binary(" <> ", 3),
    less: binary(" < ", 4),
    "less-or-equal": binary(" <= ", 4),
    greater: binary(" > ", 4),
    "greater-or-equal": binary(" >= ", 4),
    add: binary(" + ", 5),
    subtract: binary(" - ", 5),
    multiply: binary(" * ", 6),
    divide: binary(" / ", 6),
    modulo: binary(" MOD ", 6),
    power: binary("^", 8, 8),
  };
  /** Vensim's :NA: is this number (vensim.com/documentation/na.html). */
  readonly missing = `(${numberText(-(2 ** 109))})`;
  private readonly place: Place;
  private readonly arrays: Arrays;
  private readonly second: SecondNames;
  private readonly stars: ReadonlySet<string>;

  constructor(place: Place, arrays: Arrays, second: SecondNames, stars: ReadonlySet<string>) {
    this.place = place;
    this.arrays = arrays;
    this.second = second;
    this.stars = stars;
  }

  number(value: number): string {
    return numberText(value);
  }

  reference(reference: Reference): string {
    return isValue(reference, this.arrays) ? this.value(reference) : this.named(reference);
  }

  call(call: Call, print: (expr: SyntaxExpr) => string): { text: string; open: boolean } {
    const { name, args } = call;
    if (nameKey(name) === "if then else" && args.length === 3) {
      const [test, yes, no] = args.map(print);
      return { text: `IF ${test} THEN ${yes} ELSE ${no}`, open: true };
    }
    return { text: `${this.named(call)}(${args.map(print).join(", ")})`, open: false };
  }

  lookup(): string {
    throw new Error("A graph inside an equation is taken out before it is written.");
  }

  array(): string {
    throw new Error("A list of constants is written element by element.");
  }

  text(value: string): string {
    return `"${value}"`;
  }

  private named(use: Reference | Call): string {
    const subscripts = subscriptsOf(use, this.arrays);
    const name = this.nameText(use);
    if (subscripts.length === 0) return name;
    return `${name}[${subscripts.map((each) => this.subscript(each)).join(", ")}]`;
  }

  /** A vendor's function and a variable of another module have parts; a variable's own name may have dots in it as well. */
  private nameText({ name }: Reference | Call): string {
    if (this.arrays.variables.has(nameKey(name))) return identifierText(name);
    const parts = /^(?:vensim\.|\.)/iu.test(name) ? name.split(".") : [name];
    return parts.map((part) => (part === "" ? "" : identifierText(part))).join(".");
  }

  private subscript({ name, bang, index, dimension }: SubscriptSyntax): string {
    if (index !== undefined) return equationText(index, this.place, this.arrays, this.second);
    const known = dimension === undefined ? this.arrays.dimensions.find(name) : undefined;
    if (known === undefined) return identifierText(name);
    if (bang) return this.reduced(known);
    const element = elementAt(name, this.place, this.arrays);
    return identifierText(
      element === undefined ? known.name : (known.elements.names[known.elements.placeOf(element) ?? -1] ?? element),
    );
  }

  private reduced(dimension: NamedDimension): string {
    if (this.stars.has(nameKey(dimension.name))) return "*";
    const isTaken = this.place.declared.includes(dimension);
    return identifierText(isTaken ? this.second.of(dimension) : dimension.name);
  }

  /** The place of an element in the largest dimension that has it, or of the element that a dimension stands at. */
  private value({ name, subscripts }: Reference): string {
    const { dimensions } = this.arrays;
    const dimension = dimensions.find(name);
    if (dimension !== undefined && subscripts[0]?.bang) return this.reduced(dimension);
    if (dimension === undefined) return String((dimensions.homeOf(name)!.elements.placeOf(nameKey(name)) ?? 0) + 1);
    const element = elementAt(name, this.place, this.arrays);
    if (element === undefined) return identifierText(dimension.name);
    return String((dimensions.wholeOf(dimension).elements.placeOf(element) ?? 0) + 1);
  }
}

/** The dimensions that `*` can stand for wherever the equation reduces over them: always the very one that the array has there. */
function starsIn(expr: SyntaxExpr, { declared }: Place, arrays: Arrays): ReadonlySet<string> {
  const uses = new Map<string, boolean>();
  const visit = (part: SyntaxExpr): void => {
    if (part.kind === "reference" || part.kind === "call") {
      const axes = arrays.variables.get(nameKey(part.name))?.axes ?? [];
      const seen = new Set<unknown>();
      for (const [k, { name, bang }] of part.subscripts.entries()) {
        const dimension = bang ? arrays.dimensions.find(name) : undefined;
        if (dimension === undefined) continue;
        const axis = axes[k] && arrays.dimensions.at(axes[k].dimension);
        const fits = axis === dimension && !seen.has(dimension) && !declared.includes(dimension);
        seen.add(dimension);
        uses.set(nameKey(name), (uses.get(nameKey(name)) ?? true) && fits);
      }
    }
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(expr);
  return new Set([...uses].filter(([, fits]) => fits).map(([name]) => name));
}
