import type { FigureSpec } from "../figure/figure.ts";
import { reductions } from "../figure/reductions.ts";
import type { Job } from "../job.ts";

/** What the columns of a table of experiments are called, where each row is one future under one policy. */
export interface ColumnNames {
  readonly scenario: string;
  readonly policy: string;
  /** One an uncertainty: the model's constant that it feeds. */
  readonly uncertainties: readonly string[];
  /** One for each constant that some policy sets. */
  readonly levers: readonly string[];
  /** One a figure: the variable, how it was reduced, and when, such as `Fish total 2005..2019`. */
  readonly figures: readonly string[];
}

export function columnNames(job: Job): ColumnNames {
  const { inputs, outputs } = job.program.layout;
  const unique = openUnique();
  return {
    scenario: unique("scenario"),
    policy: unique("policy"),
    uncertainties: job.uncertainties.map(({ input }) => unique(inputs[input]!)),
    levers: leverInputs(job).map((input) => unique(inputs[input]!)),
    figures: job.figures.map((figure) => unique(figureName(figure, outputs[figure.output]!))),
  };
}

/** The program's inputs that some policy sets, in the order of mention. */
export function leverInputs({ policies }: Job): readonly number[] {
  return [...new Set(policies.flatMap(({ set }) => set.map(({ input }) => input)))];
}

function figureName({ reduce, from, to }: FigureSpec, output: string): string {
  return `${output} ${reduce} ${reductions[reduce].momentary ? from : `${from}..${to}`}`;
}

// A model may call a variable "policy", and a job may ask for one figure twice.
function openUnique(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`;
    taken.add(free);
    return free;
  };
}
