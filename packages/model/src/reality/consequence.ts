import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { vensimExpression } from "../vensim/expression-text.ts";
import { readExpressionText } from "./added-equations.ts";
import { type CourseSetting, courseOf, hasCourse, isCourse } from "./course.ts";

/**
 * A consequence as an expression over a model's variables, true where nothing is asked of them.
 * @param timed   whether the condition begins at some time: then what is asked must say from when on, since Vensim's pages do not
 * @param faults  why it is not run
 */
export function consequenceText(
  consequence: SyntaxExpr,
  timed: boolean,
  setting: CourseSetting,
  faults: string[],
): string {
  if (consequence.kind === "binary" && consequence.op === "and") {
    const parts = [consequence.left, consequence.right].map((part) => consequenceText(part, timed, setting, faults));
    return parts.map((part) => `(${part})`).join(" :AND: ");
  }
  if (consequence.kind === "binary" && isCourse(consequence.right)) {
    const course = courseOf(consequence.right, true, setting, faults);
    if (course === undefined) return "1";
    const asked = vensimExpression({ ...consequence, right: readExpressionText(course.value) });
    return `:NOT: (${course.lasts}) :OR: ${asked}`;
  }
  if (hasCourse(consequence)) faults.push("an RC … CHECK in it stands inside of an :OR:, a :NOT: or an expression");
  if (timed) faults.push("its condition begins at a time, and its consequence does not say from when on it is asked");
  return `(${vensimExpression(consequence)})`;
}
