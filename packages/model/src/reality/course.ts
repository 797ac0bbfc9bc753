import { mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { vensimExpression } from "../vensim/expression-text.ts";
import type { AddedEquations } from "./added-equations.ts";

/**
 * What an RC function makes of a variable: from some time on, and for some time, it goes another way. Each field is Vensim text.
 * Source: vensim.com/documentation/fn_rc.html.
 */
export interface Course {
  readonly value: string;
  /** True once it has begun, at a check once the grace is over too; and for as long as it lasts. */
  readonly lasts: string;
}

/** Where the equations of a course go, and what of the model they may use. */
export interface CourseSetting {
  readonly added: AddedEquations;
  /** Left-hand subscripts of the check. */
  readonly subscripts: readonly NameSyntax[];
  /** When courses begin whose call does not say. */
  readonly start: string;
  /** An expression as it would be had nothing been forced. */
  readonly untouched: (expr: SyntaxExpr) => SyntaxExpr;
}

type Call = Extract<SyntaxExpr, { kind: "call" }>;

interface Shape {
  /** Arguments between the basis and the start. */
  readonly own: number;
  readonly value: (basis: string, elapsed: string, args: readonly string[]) => string;
}

const shapes: Readonly<Record<string, Shape>> = {
  "rc step": { own: 1, value: (basis, _elapsed, [times]) => `${basis} * (${times})` },
  "rc ramp": {
    own: 2,
    value: (basis, elapsed, [times, over]) =>
      `IF THEN ELSE(${elapsed} < (${over}), ${basis} * (1 + ((${times}) - 1) * ${elapsed} / (${over})), ${basis} * (${times}))`,
  },
  "rc decay": { own: 1, value: (basis, elapsed, [over]) => `${basis} * EXP(- ${elapsed} / (${over}))` },
  "rc grow": { own: 1, value: (basis, elapsed, [rate]) => `${basis} * EXP(${elapsed} * (${rate}))` },
};

/** Whether this is an RC function, of conditions or (`… CHECK`) of consequences. */
export function isCourse(expr: SyntaxExpr): expr is Call {
  return expr.kind === "call" && nameKey(expr.name).startsWith("rc ");
}

export function hasCourse(expr: SyntaxExpr): boolean {
  let found = isCourse(expr);
  mapParts(expr, (part) => {
    found ||= hasCourse(part);
    return part;
  });
  return found;
}

/** @param faults  why it is not run */
export function courseOf(call: Call, checked: boolean, setting: CourseSetting, faults: string[]): Course | undefined {
  const key = nameKey(call.name);
  const shape = shapes[checked ? key.replace(/ check$/u, "") : key];
  if (shape === undefined || checked !== key.endsWith(" check")) {
    faults.push(`it uses ${call.name.toUpperCase()}, which is not computed there`);
    return undefined;
  }
  const grace = checked ? call.args[0] : undefined;
  const [basis, ...rest] = checked ? call.args.slice(1) : call.args;
  if (basis === undefined || rest.length < shape.own || rest.length > shape.own + 2) {
    faults.push(`${call.name.toUpperCase()} has ${call.args.length} arguments`);
    return undefined;
  }
  return built(shape, { grace, basis, rest: rest.map(vensimExpression) }, setting);
}

interface Arguments {
  readonly grace: SyntaxExpr | undefined;
  readonly basis: SyntaxExpr;
  readonly rest: readonly string[];
}

function built(
  { own, value }: Shape,
  { grace, basis, rest }: Arguments,
  { added, subscripts, start, untouched }: CourseSetting,
): Course {
  const [from = start, duration] = rest.slice(own);
  const begins = added.add("reality check start", subscripts, from);
  // Half a step of room, as Vensim's STEP leaves it (vensim.com/documentation/fn_step.html).
  const after = (time: string) => `Time + TIME STEP / 2 > ${time}`;
  const normal = vensimExpression(untouched(basis));
  // The value at the start, kept from there on.
  const kept = added.add(
    "reality check basis",
    subscripts,
    `SAMPLE IF TRUE(Time - TIME STEP / 2 < ${begins}, ${normal}, ${normal})`,
  );
  const elapsed = added.add("reality check time", subscripts, `MAX(0, Time - ${begins})`);
  const begun = after(grace === undefined ? begins : `${begins} + (${vensimExpression(grace)})`);
  const lasts = duration === undefined ? begun : `(${begun} :AND: :NOT: (${after(`${begins} + (${duration})`)}))`;
  return { value: added.add("reality check course", subscripts, value(kept, elapsed, rest)), lasts };
}
