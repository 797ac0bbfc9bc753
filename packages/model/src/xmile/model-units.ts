import type { Diagnostic } from "../source/diagnostic.ts";
import type { SyntaxTree, UnitsSyntax } from "../syntax/syntax-tree.ts";
import { attributeName, isTrue, nameIn } from "./element-name.ts";
import { trimmed } from "./sourced-text.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml-element.ts";

export type ModelUnits = Required<Pick<SyntaxTree, "unitSynonyms" | "unitDefinitions">>;

/**
 * Reads `<model_units>` (XMILE 1.0, 2.5). An equation that is one name alone is one more synonym (3.3.6); units that are marked
 * as disabled are not the model's. The standard's own example has `<units>` for `<unit>`, and several aliases in one.
 */
export function readModelUnits(section: XmlElement | undefined, found: Diagnostic[]): ModelUnits {
  const unitSynonyms: (readonly string[])[] = [];
  const unitDefinitions: { readonly name: string; readonly equation: UnitsSyntax }[] = [];
  for (const unit of section === undefined ? [] : section.children.filter(isUnit)) {
    const disabled = unit.attributes.get("disabled");
    if (disabled !== undefined && isTrue(disabled)) continue;
    const name = attributeName(unit, "name", found)?.name;
    if (name === undefined) continue;
    const aliases = childrenNamed(unit, "alias").flatMap((alias) => nameIn(alias.text).name.split(/\s*,\s*/u));
    const equation = equationOf(unit);
    const isName = equation !== undefined && !/[*/^()]/u.test(equation.text);
    const names = [name, ...aliases, ...(isName ? [equation.text] : [])].filter((each) => each !== "");
    if (names.length > 1) unitSynonyms.push(names);
    if (equation !== undefined && !isName) unitDefinitions.push({ name, equation });
  }
  return { unitSynonyms, unitDefinitions };
}

/** Stella wrote `<units>` without a name as well, which says nothing. */
function isUnit({ name, attributes }: XmlElement): boolean {
  return name === "unit" || (name === "units" && attributes.has("name"));
}

function equationOf(unit: XmlElement): UnitsSyntax | undefined {
  const element = childNamed(unit, "eqn");
  const { text, span } = element === undefined ? { text: "", span: unit.tag } : trimmed(element.text);
  return text === "" ? undefined : { text, span, low: undefined, high: undefined, step: undefined };
}
