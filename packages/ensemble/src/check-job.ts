import { checkRivals } from "./check-rivals.ts";
import { checkCorrelations } from "./correlation/correlation.ts";
import { checkDesign } from "./design/designs.ts";
import { checkDistribution } from "./distribution/distributions.ts";
import { programsOf } from "./execute/machines.ts";
import { checkFigure } from "./figure/figure.ts";
import type { Job, Policy } from "./job.ts";
import type { Problem } from "./problem.ts";
import { largestSeed } from "./random/random-stream.ts";

/** All that is wrong with a job. One without problems runs to its end, whatever its numbers are. */
export function checkJob(job: Job): readonly Problem[] {
  return [
    checkSeed(job.seed),
    checkDesign(job.design, job.uncertainties.length),
    ...job.uncertainties.map(({ distribution }) => checkDistribution(distribution)),
    checkCorrelations(job.correlations ?? [], job.uncertainties.length),
    ...checkInputs(job),
    job.policies.length === 0 ? noPolicy : undefined,
    ...checkRivals(job),
    // A rival may take other steps than the job's own model.
    ...programsOf(job).flatMap(({ layout }) =>
      job.figures.map((figure) => checkFigure(figure, layout.outputs, layout.times)),
    ),
  ].filter((problem) => problem !== undefined);
}

export function checkSeed(seed: number): Problem | undefined {
  if (Number.isInteger(seed) && seed >= 0 && seed <= largestSeed) return undefined;
  return {
    code: "seed",
    says: `The seed is ${seed}, but it must be a whole number from 0 to ${largestSeed}.`,
    mend: "Give a whole number such as 1.",
  };
}

const noPolicy: Problem = {
  code: "no-policy",
  says: "There is no policy to run.",
  mend: "Give at least one; a policy that sets nothing runs the model as it is.",
};

// An input has one master: an uncertainty, or each policy once.
function checkInputs({ program, uncertainties, policies }: Job): readonly Problem[] {
  const names = program.layout.inputs;
  const uncertain = uncertainties.map(({ input }) => input);
  const inSets = policies.flatMap(({ set }) =>
    inputProblems(
      set.map(({ input }) => input),
      uncertain,
      names,
    ),
  );
  return [...inputProblems(uncertain, [], names), ...inSets, ...policies.flatMap(valueProblems)];
}

function inputProblems(inputs: readonly number[], taken: readonly number[], names: readonly string[]): Problem[] {
  return inputs.flatMap((input, at) => {
    const name = names[input];
    if (name === undefined) return [noSuchInput(input, names.length)];
    return taken.includes(input) || inputs.indexOf(input) < at ? [inputTwice(name)] : [];
  });
}

function valueProblems({ name, set }: Policy): Problem[] {
  return set.filter(({ value }) => !Number.isFinite(value)).map(({ value }) => valueNotFinite(name, value));
}

function noSuchInput(input: number, count: number): Problem {
  return {
    code: "job-input",
    says: `Input ${input} is given, but the program has ${count} inputs, numbered from 0.`,
    mend: "Name the constant as an input when compiling.",
  };
}

function inputTwice(name: string): Problem {
  return {
    code: "job-input",
    says: `"${name}" is given twice.`,
    mend: "Let it be one uncertainty, or a lever that each policy sets once.",
  };
}

function valueNotFinite(policy: string, value: number): Problem {
  return {
    code: "job-input",
    says: `The policy "${policy}" sets an input to ${value}.`,
    mend: "Give a finite number.",
  };
}
