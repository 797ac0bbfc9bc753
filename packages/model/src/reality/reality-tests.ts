import { mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { RealityCheckSyntax, SyntaxExpr, SyntaxTree } from "../syntax/syntax-tree.ts";
import { vensimExpression } from "../vensim/expression-text.ts";
import { nameText } from "../vensim/name-text.ts";
import { AddedEquations } from "./added-equations.ts";
import { type Forcing, waysOf } from "./condition.ts";
import { consequenceText } from "./consequence.ts";
import { type CourseSetting, courseOf, hasCourse, isCourse } from "./course.ts";
import { type Forced, withForced } from "./forced-variables.ts";
import { goesOnByItself, untouchedIn } from "./untouched.ts";

/** A model changed so that reality checks can be put to it. */
export interface RealityTest {
  readonly tree: SyntaxTree;
  /** The variable that tells of each check: 0 as long as it holds, above 0 ever after it did not. */
  readonly outcomes: readonly { readonly check: string; readonly variable: string }[];
  /** What forced variables are called in it when nothing forces them, by their keys. */
  readonly modelled: ReadonlyMap<string, string>;
}

export interface RealityTests {
  readonly tests: readonly RealityTest[];
  readonly refused: readonly { readonly check: RealityCheckSyntax; readonly reason: string }[];
}

/**
 * What to run to put a model's reality checks to it with their conditions forced to be true, once for each way of that
 * (vensim.com/documentation/20970.html, 20980.html).
 */
export function realityTests(tree: SyntaxTree): RealityTests {
  const inputs = testInputs(tree);
  const tests: RealityTest[] = [];
  const refused: RealityTests["refused"][number][] = [];
  for (const check of tree.realityChecks.filter(({ kind }) => kind === "condition")) {
    const faults: string[] = [];
    const active = activeTests(tree, check, inputs, faults);
    if (faults.length > 0) refused.push({ check, reason: faults[0]! });
    else tests.push(...active);
  }
  return { tests, refused };
}

/**
 * The checks that have no test input, in the model as it is: each is tested wherever its condition is true by itself
 * (vensim.com/documentation/20985.html). Undefined where there are none.
 * @param names  of those that can be tested with their conditions forced
 */
export function passiveTest(tree: SyntaxTree, names: ReadonlySet<string>): RealityTest | undefined {
  const inputs = testInputs(tree);
  const checks = tree.realityChecks.filter(
    ({ name, kind, condition }) => kind === "condition" && names.has(name) && !hasTestInput(condition!, inputs),
  );
  if (checks.length === 0) return undefined;
  const added = new AddedEquations(tree);
  const outcomes = checks.map((check) => {
    const setting = settingOf(tree, check, new Map(), added);
    const consequence = consequenceText(check.consequence!, false, setting, []);
    const fails = `(${vensimExpression(check.condition!)}) :AND: :NOT: (${consequence})`;
    return { check: check.name, variable: addOutcome(check, fails, added) };
  });
  return { tree: testTree(tree, [...tree.variables, ...added.variables]), outcomes, modelled: new Map() };
}

function testInputs({ realityChecks }: SyntaxTree): ReadonlyMap<string, RealityCheckSyntax> {
  return new Map(realityChecks.filter(({ kind }) => kind === "test-input").map((one) => [nameKey(one.name), one]));
}

function activeTests(
  tree: SyntaxTree,
  check: RealityCheckSyntax,
  inputs: ReadonlyMap<string, RealityCheckSyntax>,
  faults: string[],
): readonly RealityTest[] {
  const { condition, consequence } = check;
  if (condition === undefined || consequence === undefined) {
    faults.push("it says more than comparisons, :AND:, :OR: and :NOT:");
    return [];
  }
  const ways = waysOf(condition, inputs, faults);
  return faults.length > 0 ? [] : ways.map((way) => activeTest(tree, check, consequence, way, faults));
}

/** The check where its condition is made true in one way. */
function activeTest(
  tree: SyntaxTree,
  check: RealityCheckSyntax,
  consequence: SyntaxExpr,
  way: readonly Forcing[],
  faults: string[],
): RealityTest {
  const added = new AddedEquations(tree);
  const modelled = new Map(
    way.map(({ variable: { name } }) => [nameKey(name), added.freeName(`${name} as modelled`)] as const),
  );
  const setting = settingOf(tree, check, modelled, added);
  const forced = way.map((forcing) => forcedBy(forcing, modelled, setting, faults));
  const fails = `:NOT: (${consequenceText(
    consequence,
    way.some(({ value }) => isCourse(value)),
    setting,
    faults,
  )})`;
  const variables = withForced(tree, forced, faults);
  const outcomes = [{ check: check.name, variable: addOutcome(check, fails, added) }];
  return { tree: testTree(tree, [...variables, ...added.variables]), outcomes, modelled };
}

function settingOf(
  tree: SyntaxTree,
  { subscripts }: RealityCheckSyntax,
  modelled: ReadonlyMap<string, string>,
  added: AddedEquations,
): CourseSetting {
  const alone = new Set(
    tree.variables.filter(({ definition }) => goesOnByItself(definition)).map(({ name }) => nameKey(name)),
  );
  const goingOn = [...modelled].map(([key, name]) => [key, alone.has(key) ? name : undefined] as const);
  const named = tree.variables.some(({ name }) => nameKey(name) === "rc start time");
  const start = named ? "RC START TIME" : "(INITIAL TIME + TIME STEP)";
  return { added, subscripts, start, untouched: untouchedIn(tree, new Map(goingOn), added) };
}

function forcedBy(
  forcing: Forcing,
  names: ReadonlyMap<string, string>,
  setting: CourseSetting,
  faults: string[],
): Forced {
  const { variable, value } = forcing;
  const modelled = names.get(nameKey(variable.name))!;
  const over = new Set(variable.subscripts.map(({ name }) => nameKey(name)));
  if (!setting.subscripts.every(({ name }) => over.has(nameKey(name))))
    faults.push(`it forces "${variable.name}" with fewer subscripts than its own`);
  if (isCourse(value)) {
    const course = courseOf(value, false, setting, faults);
    return { forcing, modelled, value: course?.value ?? "0", lasts: course?.lasts };
  }
  if (hasCourse(value)) faults.push("an RC function in it is a part of an expression");
  // An equation may use the value that the variable had before (20980).
  const own = renamed(value, nameKey(variable.name), modelled);
  return { forcing, modelled, value: vensimExpression(own), lasts: undefined };
}

function renamed(expr: SyntaxExpr, key: string, name: string): SyntaxExpr {
  const inside = mapParts(expr, (part) => renamed(part, key, name));
  return inside.kind === "reference" && nameKey(inside.name) === key ? { ...inside, name } : inside;
}

/** RC functions make a test input of the comparison they stand in; one that is not active is not true (20985). */
function hasTestInput(condition: SyntaxExpr, inputs: ReadonlyMap<string, RealityCheckSyntax>): boolean {
  if (condition.kind === "reference") return inputs.has(nameKey(condition.name));
  if (condition.kind === "binary" && (condition.op === "and" || condition.op === "or"))
    return hasTestInput(condition.left, inputs) || hasTestInput(condition.right, inputs);
  return hasCourse(condition);
}

/** @returns  the name of a variable that remembers whether this was ever true, at any step and element */
function addOutcome({ name, subscripts }: RealityCheckSyntax, fails: string, added: AddedEquations): string {
  added.add("reality check fails", subscripts, `IF THEN ELSE(${fails}, 1, 0)`);
  const now = nameText(added.variables.at(-1)!.name);
  const each = subscripts.map((one) => `${nameText(one.name)}!`);
  const here = each.length === 0 ? now : `SUM(${now}[${each.join(",")}])`;
  const before = added.add("reality check failed before", [], `INTEG(${here}, 0)`);
  added.add(`${name} is broken`, [], `${before} + ${here}`, false);
  return added.variables.at(-1)!.name;
}

function testTree(tree: SyntaxTree, variables: SyntaxTree["variables"]): SyntaxTree {
  return { ...tree, variables, realityChecks: [], drawing: undefined };
}
