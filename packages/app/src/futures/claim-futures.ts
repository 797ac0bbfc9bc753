import type { RunOptions } from "@sequitur/ensemble";
import {
  type ExaminedFutures,
  examineUnder,
  type Figure,
  type Findings,
  type Operand,
  operandsOf,
  type Policy,
  type Study,
  type Test,
} from "@sequitur/study";
import { said, words } from "../language/language.ts";
import { axisOf, type FuturesAxis, inputAxis, inputAxisId, marginAxis, unitText } from "./futures-axis.ts";

/** Futures with a plausible past, and what a claim's test says of each. */
export interface ClaimFutures {
  /** How many were run to find them. */
  readonly futures: number;
  /** Their indices, rising. */
  readonly rows: Uint32Array;
  /** shape [uncertainty][row] */
  readonly inputs: readonly Float64Array[];
  /** 1 where the test holds, else 0. */
  readonly holds: Uint8Array;
  readonly axes: ReadonlyMap<string, FuturesAxis>;
  /** The axes that the claim is about. */
  readonly first: readonly string[];
  readonly policies: readonly Policy[];
  readonly operands: readonly Operand[];
}

const hingesShown = 4;

/** Runs the first `count` futures under the policies of a claim's test. */
export async function claimFutures(
  study: Study,
  findings: Findings,
  claim: string,
  test: Test,
  { count, ...options }: RunOptions & { readonly count: number },
): Promise<ClaimFutures> {
  const operands = distinct(operandsOf(test));
  const policies = policiesOf(study, findings, operands);
  const examined = await examineUnder(study, policies, { ...options, futures: count, seed: findings.seed });
  const { holds, margin } = await examined.judge(test);
  const hinges = findings.claims.find(({ id }) => id === claim)?.hinges.slice(0, hingesShown) ?? [];
  const asked = await askedAxes(study, examined, operands);
  const all = [
    ...inputAxes(study, examined),
    ...asked,
    axisOf({
      id: marginAxis,
      label: words().futures.margin,
      unit: "",
      group: words().futures.outcomes,
      names: [],
      values: margin,
    }),
    ...(await measureAxes(study, examined, policies, operands)),
  ];
  return {
    futures: examined.futures,
    rows: examined.rows,
    inputs: examined.inputs,
    holds,
    axes: new Map(all.map((axis) => [axis.id, axis])),
    first: [...hinges.map(({ uncertainty }) => inputAxisId(uncertainty)), ...asked.map(({ id }) => id), marginAxis],
    policies,
    operands,
  };
}

/** Where some future gave no number, all policies are run, so that the same futures are left out as in the findings. */
function policiesOf(study: Study, { failed }: Findings, operands: readonly Operand[]): readonly Policy[] {
  const asked = [study.baseline, ...operands.map(({ policy }) => policy)];
  return failed > 0 ? study.policies : study.policies.filter(({ id }) => asked.includes(id));
}

function distinct(operands: readonly Operand[]): readonly Operand[] {
  return operands.filter((operand, at) => operands.findIndex((each) => sameOperand(each, operand)) === at);
}

function sameOperand(a: Operand, b: Operand): boolean {
  return a.policy === b.policy && a.measure === b.measure && sameFigure(a.figure, b.figure);
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.reduce === b.reduce && a.from === b.from && a.to === b.to;
}

function inputAxes({ uncertainties }: Study, { inputs }: ExaminedFutures): readonly FuturesAxis[] {
  return uncertainties.map((uncertainty, at) => inputAxis(uncertainty, inputs[at]!, words().futures.assumptions));
}

/** What the claim's test compares. */
function askedAxes(
  study: Study,
  examined: ExaminedFutures,
  operands: readonly Operand[],
): Promise<readonly FuturesAxis[]> {
  return Promise.all(
    operands.map(async (operand, at) => outcomeAxis(study, `op.${at}`, operand, await examined.figure(operand))),
  );
}

/** Every other measure under each policy that is run. */
async function measureAxes(
  study: Study,
  examined: ExaminedFutures,
  policies: readonly Policy[],
  operands: readonly Operand[],
): Promise<readonly FuturesAxis[]> {
  const all = policies.flatMap(({ id: policy }) =>
    study.measures.map(
      ({ id: measure, figure, figureUnit }): Operand => ({ policy, measure, figure, unit: figureUnit }),
    ),
  );
  return Promise.all(
    all
      .filter((operand) => !operands.some((each) => sameOperand(each, operand)))
      .map(async (operand) =>
        outcomeAxis(study, `out.${operand.policy}.${operand.measure}`, operand, await examined.figure(operand)),
      ),
  );
}

function outcomeAxis(study: Study, id: string, operand: Operand, values: Float64Array): FuturesAxis {
  return axisOf({
    id,
    label: operandText(study, operand),
    unit: unitText(operand.unit),
    group: words().futures.outcomes,
    names: [],
    values,
  });
}

/** "US deaths in 2036, status quo". */
export function operandText(study: Pick<Study, "measures" | "policies">, { measure, policy, figure }: Operand): string {
  const label = (of: readonly { readonly id: string; readonly label: Study["title"] }[], id: string) =>
    said(of.find((each) => each.id === id)?.label ?? id);
  return words().futures.operand(label(study.measures, measure), figureText(figure), label(study.policies, policy));
}

export function figureText({ reduce, from, to }: Figure): string {
  return words().futures.figures[reduce](String(from), String(to));
}
