import type { Builtin, HiddenMaker } from "../builtin/builtin.ts";
import { fold } from "../builtin/fold.ts";
import type { Definition, Expr, Index, VariableId } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { textHash } from "../syntax/text-hash.ts";
import { timeOf } from "./belt.ts";
import { addEquation, addHidden, type Draft } from "./draft.ts";
import { operator } from "./expression.ts";
import { isPlainConstant } from "./plain-constant.ts";
import { axesOf, type Scope } from "./scope.ts";
import { startValue } from "./start-value.ts";
import { timeNames } from "./time-variables.ts";
import { makeTrack } from "./track.ts";

type Expand = Extract<Builtin["behaviour"], { kind: "memory" }>["expand"];

/** A call of a function with a memory, taken apart: a reference to the hidden variable that has its value. */
export function expandMemory(
  draft: Draft,
  scope: Scope,
  call: { readonly builtin: Builtin; readonly expand: Expand; readonly args: readonly Expr[]; readonly span: Span },
): Expr {
  const { builtin, args, span } = call;
  const owner = `${builtin.names[draft.dialect] ?? builtin.id} of ${scope.variable.name}`;
  const make = hiddenMaker(draft, scope, owner, builtin, span);
  // The inside reads each argument several times, so one that is more than a name or a number gets a variable of its own.
  const simple = args.map((arg, i) => simpleOf(arg) ?? make.auxiliary(builtin.args[i]!.replace("?", ""), arg));
  const value = call.expand(simple, make);
  const { id, reference } = hide(draft, scope, owner, { kind: "auxiliary", value, initial: undefined }, span);
  draft.memories.set(id, { builtin, args, span });
  return reference;
}

/** Puts a definition into a hidden variable with the loops of the place that it stands in, and gives a reference to it. */
export function hide(
  draft: Draft,
  scope: Scope,
  name: string,
  definition: Definition | ((self: Expr) => Definition),
  span: Span,
): { readonly id: VariableId; readonly reference: Expr } {
  const axes = axesOf(scope, draft.dimensions.at);
  const at: readonly Index[] = axes.map((axis) => axis.at);
  const role = "auxiliary";
  const group = draft.variables[scope.variable.id]?.group;
  const id = addHidden(draft, { name, role, axes: axes.map(({ axis }) => axis), group, span });
  const reference: Expr = { kind: "variable", id, at, span };
  const defined = typeof definition === "function" ? definition(reference) : definition;
  addEquation(draft, { variable: id, loops: scope.loops, at, definition: defined, span });
  return { id, reference };
}

/** Several hidden variables whose definitions name each other. */
function hideTogether(
  draft: Draft,
  scope: Scope,
  names: readonly string[],
  define: (selves: readonly Expr[]) => readonly Definition[],
  span: Span,
): readonly Expr[] {
  const axes = axesOf(scope, draft.dimensions.at);
  const at: readonly Index[] = axes.map((axis) => axis.at);
  const group = draft.variables[scope.variable.id]?.group;
  const shape = { role: "auxiliary", axes: axes.map(({ axis }) => axis), group, span } as const;
  const ids = names.map((name) => addHidden(draft, { name, ...shape }));
  const selves = ids.map((id): Expr => ({ kind: "variable", id, at, span }));
  for (const [i, definition] of define(selves).entries())
    addEquation(draft, { variable: ids[i]!, loops: scope.loops, at, definition, span });
  return selves;
}

/** An argument that can be read several times as it is: a name or a number. */
export function simpleOf(arg: Expr): Expr | undefined {
  const value = foldExpr(arg);
  if (value !== undefined) return { kind: "number", value, span: arg.span };
  return arg.kind === "variable" ? arg : undefined;
}

export function hiddenMaker(draft: Draft, scope: Scope, owner: string, builtin: Builtin, span: Span): HiddenMaker {
  const put = (name: string, definition: Definition | ((self: Expr) => Definition)) =>
    hide(draft, scope, `${owner}: ${name}`, definition, span).reference;
  // How many loops are around what is being made.
  let depth = scope.loops.length;
  return {
    span,
    stock: (name, initial, rate) => put(name, (self) => ({ kind: "stock", initial, rate: rate(self) })),
    auxiliary: (name, value) => put(name, { kind: "auxiliary", value, initial: undefined }),
    previous: (name, value) =>
      isConstant(draft, value) ? value : put(name, { kind: "previous", input: value, initial: value }),
    initial: (name, value) => put(name, { kind: "initial", value }),
    held: (name, value) => {
      const always: Expr = { kind: "number", value: 1, span };
      return put(name, { kind: "sample", condition: always, input: value, initial: value });
    },
    kept: (name, initial, value) => value(put(name, (self) => ({ kind: "previous", input: value(self), initial }))),
    together: (begin, next) => {
      const names = Object.keys(begin).map((name) => `${owner}: ${name}`);
      const define = (held: readonly Expr[]) =>
        next(held).map((input, i): Definition => ({ kind: "previous", input, initial: Object.values(begin)[i]! }));
      return hideTogether(draft, scope, names, define, span);
    },
    known: (arg) => knownValue(draft, arg),
    stepLength: () => timeOf(draft, timeNames.timeStep),
    isSteady: (arg) => {
      const start = scope.loops.length === 0 ? startValue(draft, arg) : undefined;
      return start !== undefined && !start.mayChange;
    },
    reportShapeless: () => {
      draft.found.push(report("table-without-shape", span, { name: owner }));
    },
    reportUnknown: (arg, what) => {
      draft.found.push(report("constant-needed", arg.span, { name: builtin.names[draft.dialect] ?? builtin.id, what }));
    },
    periods: (length) => periodsOf(draft, scope, length),
    trackLength: (time) => trackLength(draft, scope, time),
    track: (name, count, rule, beside) =>
      makeTrack(draft, scope, { name: `${owner}: ${name}`, count, span, depth: () => depth }, rule, beside),
    repeat: (times, start, next) => {
      const loop = depth++;
      const positions = Array.from({ length: times }, (_, turn) => turn);
      const turn: Expr = { kind: "position", at: { kind: "loop", loop, positions }, span };
      const made = next({ kind: "carried", loop, span }, turn);
      depth--;
      return { kind: "fold", loop: { size: times }, start, next: made, span };
    },
    noisePlace: (seed) => noisePlace(draft, scope, seed, span),
    call: (id, ...args) => operator(id, span, ...args),
    number: (value) => ({ kind: "number", value, span }),
    constant: (arg, what) => structuralConstant(draft, builtin, arg, what),
  };
}

/** More places than this are a slip of the pen, and would use up the memory. */
const longestTrack = 100_000;

function trackLength(draft: Draft, scope: Scope, time: Expr): number | undefined {
  const step = timeOf(draft, timeNames.timeStep);
  const [initial, final] = [timeOf(draft, timeNames.initialTime), timeOf(draft, timeNames.finalTime)];
  if (step === undefined || initial === undefined || final === undefined) return undefined;
  const start = scope.loops.length === 0 ? startValue(draft, time) : undefined;
  const isKnown = start !== undefined && !start.mayChange;
  // What is put further off than the end of the run does not come out in it.
  const whole = isKnown
    ? Math.floor(start.value / step + 0.5 + 1e-6)
    : Math.max((final - initial) / step, (start?.value ?? 0) / step) + 1;
  if (isKnown) for (const id of start.from) draft.structural.add(id);
  const count = Math.max(1, Math.ceil(whole));
  if (count <= longestTrack) return count;
  draft.found.push(
    report("delay-too-long", time.span, { name: scope.variable.name, places: count, most: longestTrack }),
  );
  return undefined;
}

/** How many periods of a length there are from the start of the run to its end, begun ones included. */
function periodsOf(draft: Draft, scope: Scope, length: Expr): number | undefined {
  const [initial, final] = [timeOf(draft, timeNames.initialTime), timeOf(draft, timeNames.finalTime)];
  const value = knownValue(draft, length);
  if (initial === undefined || final === undefined) return undefined;
  const count = value === undefined || !(value > 0) ? Number.NaN : Math.floor((final - initial) / value + 1e-6) + 1;
  if (count <= longestTrack) return count;
  draft.found.push(
    Number.isNaN(count)
      ? report("constant-needed", length.span, { name: scope.variable.name, what: "length of a period" })
      : report("delay-too-long", length.span, { name: scope.variable.name, places: count, most: longestTrack }),
  );
  return undefined;
}

/** The value of an argument that does not change; from then on the constants that it comes from cannot change any more. */
export function knownValue(draft: Draft, arg: Expr): number | undefined {
  const start = startValue(draft, arg);
  if (start === undefined || start.mayChange) return undefined;
  for (const id of start.from) draft.structural.add(id);
  return start.value;
}

/** From the name of the variable, how many random calls it had before, and the element. */
function noisePlace(draft: Draft, scope: Scope, seed: Expr, span: Span): Expr {
  const { id, name } = scope.variable;
  const calls = (draft.noiseCalls.get(id) ?? 0) + 1;
  draft.noiseCalls.set(id, calls);
  const number = (value: number): Expr => ({ kind: "number", value, span });
  let place = number(textHash(`${nameKey(name)}#${calls}`));
  let stride = 1;
  for (const { at, axis } of axesOf(scope, draft.dimensions.at).toReversed()) {
    const along = operator("multiply", span, { kind: "position", at, span }, number(stride));
    place = operator("add", span, place, along);
    stride *= axis.size;
  }
  const noiseSeed = draft.named.get(nameKey("NOISE SEED"));
  const given: Expr = noiseSeed?.axes.length === 0 ? { kind: "variable", id: noiseSeed.id, at: [], span } : number(0);
  return operator("noise-place", span, place, seed, given);
}

function isConstant(draft: Draft, value: Expr): boolean {
  if (value.kind === "number") return true;
  const variable = value.kind === "variable" && draft.named.get(nameKey(draft.variables[value.id]!.name));
  return variable ? variable.syntax.every(({ definition }) => isPlainConstant(definition)) : false;
}

/** The whole number that an argument stands for; from then on the constants that it comes from cannot change. */
function structuralConstant(draft: Draft, builtin: Builtin, arg: Expr, what: string): number | undefined {
  const start = startValue(draft, arg);
  const name = builtin.names[draft.dialect] ?? builtin.id;
  if (start === undefined || !Number.isInteger(start.value) || start.value < 1 || start.value > 1000) {
    draft.found.push(report("constant-needed", arg.span, { name, what }));
    return undefined;
  }
  for (const id of start.from) draft.structural.add(id);
  if (start.mayChange) draft.found.push(report("read-at-start", arg.span, { name, what, value: start.value }));
  return start.value;
}

/** The value of an expression of numbers alone. */
export function foldExpr(expr: Expr): number | undefined {
  if (expr.kind === "number") return expr.value;
  if (expr.kind !== "call") return undefined;
  const args = expr.args.map(foldExpr);
  return args.every((arg) => arg !== undefined) ? fold(expr.builtin.behaviour.meaning, args) : undefined;
}
