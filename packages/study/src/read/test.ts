import { sameUnit } from "@sequitur/model";
import type { Operand, Test } from "../claim/test.ts";
import type { ComparisonYaml, ReferenceYaml, TestYaml } from "../schema/test.ts";
import { amountOf, limitOf } from "./amount.ts";
import { report } from "./diagnostics.ts";
import { figureOf } from "./figure.ts";
import { checkId, type Reading } from "./reading.ts";
import type { Measure } from "./study.ts";
import { figureUnit, figureUnitText } from "./unit-check.ts";
import { inside, keySpan, type Part, valueSpan } from "./yaml-file.ts";

/** A test with every name, time and unit checked; undefined where something in it stands for nothing, which is reported. */
export function testOf(reading: Reading, measures: readonly Measure[], yaml: TestYaml, at: Part): Test | undefined {
  if ("all" in yaml) return composed(reading, measures, "all", yaml.all, inside(at, "all"));
  if ("any" in yaml) return composed(reading, measures, "any", yaml.any, inside(at, "any"));
  if ("not" in yaml) {
    const part = testOf(reading, measures, yaml.not, inside(at, "not"));
    return part && { kind: "not", part };
  }
  return comparisonOf(reading, measures, yaml, at);
}

function composed(
  reading: Reading,
  measures: readonly Measure[],
  kind: "all" | "any",
  yaml: readonly TestYaml[],
  at: Part,
): Test | undefined {
  const parts = yaml.map((part, i) => testOf(reading, measures, part, inside(at, i)));
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === parts.length ? { kind, parts: whole } : undefined;
}

/** An operand with its measure at hand. */
interface Side extends Omit<Operand, "unit"> {
  readonly of: Measure;
}

function comparisonOf(
  reading: Reading,
  measures: readonly Measure[],
  yaml: ComparisonYaml,
  at: Part,
): Test | undefined {
  const left = sideOf(reading, measures, yaml, undefined, at);
  if (left === undefined) return undefined;
  if ("limit" in yaml) {
    const limit = limitOf(reading, yaml.limit, scaleOf(reading, left), inside(at, "limit"));
    return limit === undefined ? undefined : { kind: yaml.is, left: operandOf(reading, left), limit };
  }
  const [key, other] = "of" in yaml ? (["of", yaml.of] as const) : (["than", yaml.than] as const);
  const right = sideOf(reading, measures, other, left, inside(at, key));
  const by = amountOf(reading, yaml.by ?? "0 %", scaleOf(reading, left), inside(at, "by"));
  if (right === undefined || by === undefined) return undefined;
  checkComparable(reading, left, right, inside(at, key));
  return { kind: yaml.is, left: operandOf(reading, left), right: operandOf(reading, right), by };
}

function sideOf(
  reading: Reading,
  measures: readonly Measure[],
  yaml: ReferenceYaml,
  other: Side | undefined,
  at: Part,
): Side | undefined {
  const { study } = reading;
  if (yaml.measure !== undefined)
    checkId(reading, "measure", yaml.measure, study.data.measures, valueSpan(inside(at, "measure")));
  if (yaml.under !== undefined)
    checkId(reading, "policy", yaml.under, study.data.policies, valueSpan(inside(at, "under")));
  const figure = yaml.figure && figureOf(reading, yaml.figure, inside(at, "figure"));
  const of = yaml.measure === undefined ? other?.of : measures.find(({ id }) => id === yaml.measure);
  const policy = yaml.under ?? other?.policy;
  if (of === undefined || policy === undefined) return undefined;
  // Another measure brings its own figure; the same one is taken as on the left.
  const own = of === other?.of ? other.figure : of.figure;
  return { measure: of.id, policy, figure: figure ?? own, of };
}

function operandOf(reading: Reading, { measure, policy, figure, of }: Side): Operand {
  return { measure, policy, figure, unit: figureUnitText(reading, of.unit, figure.reduce) };
}

function scaleOf(reading: Reading, { of, figure: { reduce } }: Side) {
  return { name: of.variable, unit: of.unit, figureUnit: figureUnitText(reading, of.unit, reduce), reduce };
}

function checkComparable(reading: Reading, left: Side, right: Side, at: Part): void {
  const units = [left, right].map(({ of, figure }) => figureUnit(reading, of.unit, figure.reduce));
  const [leftScale, rightScale] = [left, right].map((side) => scaleOf(reading, side));
  if (units[0] !== undefined && units[1] !== undefined && !sameUnit(units[0], units[1]))
    reading.found.push(
      report("measures-differ", keySpan(at), {
        left: left.measure,
        leftUnit: leftScale!.figureUnit,
        right: right.measure,
        rightUnit: rightScale!.figureUnit,
      }),
    );
  if (sameOperand(left, right)) reading.found.push(report("same-operands", keySpan(at), { measure: left.measure }));
}

function sameOperand(a: Side, b: Side): boolean {
  const sameFigure =
    a.figure.reduce === b.figure.reduce && a.figure.from === b.figure.from && a.figure.to === b.figure.to;
  return a.measure === b.measure && a.policy === b.policy && sameFigure;
}
