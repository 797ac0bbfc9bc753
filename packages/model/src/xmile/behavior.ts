import { isTrue } from "./element-name.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";

/**
 * Whether a stock or flow may go below zero: its own mark goes before the one for its kind in the model's `<behavior>`, that before the
 * file's, and a mark for one kind before one for everything (XMILE 1.0, 2.7). @param sections innermost first
 */
export function isNonNegative(variable: XmlElement, sections: readonly (XmlElement | undefined)[]): boolean {
  const marks = sections.flatMap((section) => {
    if (section === undefined) return [];
    const ofKind = childNamed(section, variable.name);
    return [ofKind && markIn(ofKind), markIn(section)];
  });
  return [markIn(variable), ...marks].find((mark) => mark !== undefined) ?? false;
}

function markIn(element: XmlElement): boolean | undefined {
  const mark = childNamed(element, "non_negative");
  return mark && isTrue(mark.text);
}
