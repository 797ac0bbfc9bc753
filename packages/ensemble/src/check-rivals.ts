import type { Job } from "./job.ts";
import type { Problem } from "./problem.ts";

/** What is wrong with the models that a job chooses from: each must fit in the place of any other. */
export function checkRivals({ program, rivals, uncertainties, design }: Job): readonly Problem[] {
  if (rivals === undefined) return [];
  const chooser = uncertainties[rivals.uncertainty];
  if (chooser === undefined)
    return [problem(`Uncertainty ${rivals.uncertainty} is to choose a model, but is not there.`)];
  const { distribution } = chooser;
  const drawn = distribution.kind === "categorical" ? distribution.values : [Number.NaN];
  const values = design.kind === "table" ? (design.columns[rivals.uncertainty] ?? []) : drawn;
  const stray = values.find((value) => !(Number.isInteger(value) && value >= 0 && value <= rivals.programs.length));
  const misfits = rivals.programs.flatMap(({ layout }, at) => {
    const [own, other] = [program.layout, layout].map(({ inputs, outputs }) => [inputs.length, outputs.length]);
    return own!.join() === other!.join()
      ? []
      : [problem(`Rival ${at + 1} has other inputs or outputs than the model.`)];
  });
  const strays =
    stray === undefined ? [] : [problem(`A future is to run model ${stray}, which is none of the rivals.`)];
  return [...misfits, ...strays];
}

function problem(says: string): Problem {
  return {
    code: "job-rivals",
    says,
    mend: "Compile every rival for the same inputs and outputs, and choose among them by 0, 1, 2, ….",
  };
}
