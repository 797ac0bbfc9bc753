import type { Equation, VariableId } from "@sequitur/model";
import { offsetAt, turnCount, turnsOf } from "../element/element.ts";
import { pipelineHalf } from "../interpret/pipeline.ts";
import { turnReach } from "./address.ts";
import type { Basis } from "./basis.ts";
import type { Scope } from "./expression.ts";
import { groupsOf } from "./group.ts";
import { fillStatements, type Ring } from "./rings.ts";
import { Routine } from "./routine.ts";
import type { Statement } from "./statement.ts";

/** All that each pair of futures computes before its first moment. */
export function startStatements(basis: Basis, rings: readonly Ring[]): readonly Statement[] {
  const { model, needs, variations } = basis;
  const routine = new Routine(basis, "start");
  const isNeeded = (id: VariableId) => needs.start.has(id);
  const inOrder = model.startup.filter(({ equation }) => isNeeded(model.equations[equation]!.variable));
  const done = new Set(inOrder.map(({ equation, turn }) => `${equation}:${turn}`));
  const isFixed = ({ variable }: Equation) => isNeeded(variable) && !variations[variable]!.time;
  const invariants = model.step.filter(
    ({ equation, turn }) => isFixed(model.equations[equation]!) && !done.has(`${equation}:${turn}`),
  );
  return [
    ...constantStatements(routine, basis),
    ...groupsOf(model, [...inOrder, ...invariants]).flatMap((group) =>
      routine.over(group, (equation, scope) => initialStatements(routine, equation, scope, rings, basis)),
    ),
    ...fillStatements(routine, rings, (ring, scope) => routine.node(ring.equation.definition.initial, scope)),
  ];
}

/** Constants that differ from future to future, and those that share a variable with what does. */
function constantStatements(routine: Routine, basis: Basis): readonly Statement[] {
  const { model, needs, variations } = basis;
  return model.equations.flatMap((equation) => {
    const { definition, variable, loops } = equation;
    if (definition.kind !== "constant" || !variations[variable]!.futures || !needs.start.has(variable)) return [];
    const inputs = inputTurns(equation, basis);
    const values = Float64Array.from(definition.values);
    const asWritten = (_: Equation, scope: Scope) => [
      routine.give(equation, scope, routine.constant(values, turnReach(loops, scope.turns))),
    ];
    const defaults =
      inputs.length === values.length ? [] : routine.over({ equations: [equation], turn: undefined }, asWritten);
    const given = inputs.flatMap(({ turn, input }) =>
      routine.over({ equations: [equation], turn }, (_, scope) => [
        routine.give(equation, scope, routine.maker.input(input)),
      ]),
    );
    return [...defaults, ...given];
  });
}

/** The turns of a constant that are inputs, and which. */
function inputTurns({ variable, loops, at }: Equation, { model, inputAt }: Basis): readonly InputTurn[] {
  const { axes } = model.variables[variable]!;
  return Array.from({ length: turnCount(loops) }, (_, turn) => turn).flatMap((turn) => {
    const input = inputAt(variable, offsetAt(axes, at, turnsOf(loops, turn)));
    return input === undefined ? [] : [{ turn, input }];
  });
}

interface InputTurn {
  readonly turn: number;
  readonly input: number;
}

function initialStatements(
  routine: Routine,
  equation: Equation,
  scope: Scope,
  rings: readonly Ring[],
  basis: Basis,
): readonly Statement[] {
  const { definition } = equation;
  switch (definition.kind) {
    case "auxiliary":
      return [routine.give(equation, scope, routine.node(definition.initial ?? definition.value, scope))];
    case "initial":
      return [routine.give(equation, scope, routine.node(definition.value, scope))];
    case "stock":
    case "sample":
    case "previous":
      return [routine.keep(equation, scope, routine.node(definition.initial, scope))];
    case "pipeline":
      return [
        routine.keep(equation, scope, routine.node(definition.initial, scope)),
        ...lengthStatements(routine, equation, scope, rings, basis),
      ];
    case "constant":
    case "lookup":
    case "data":
      return [];
  }
}

/** How many steps a delay takes, as `pipelineLength` says; as long as its ring where nothing comes out in the run. */
function lengthStatements(
  routine: Routine,
  equation: Equation,
  scope: Scope,
  rings: readonly Ring[],
  { schedule }: Basis,
): readonly Statement[] {
  const ring = rings.find((one) => one.equation === equation);
  if (ring?.equation.definition.kind !== "pipeline" || ring.length.kind !== "differing") return [];
  const { maker } = routine;
  const delay = routine.node(ring.equation.definition.delay, scope);
  const steps = maker.primitive("div", delay, maker.number(schedule.step));
  const rounded = maker.primitive("floor", maker.primitive("add", steps, maker.number(pipelineHalf)));
  const length = maker.primitive("max", rounded, maker.number(1));
  const whole = maker.number(ring.capacity);
  const node = maker.primitive("select", maker.primitive("lt", length, whole), length, whole);
  const place = { space: "frame", offset: ring.length.place } as const;
  return [{ kind: "store", address: routine.at(place, turnReach(equation.loops, scope.turns)), node }];
}
