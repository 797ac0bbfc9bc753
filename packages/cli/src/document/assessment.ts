import { isControl } from "./control-variable.ts";
import type { ListedVariable, Listing } from "./listing.ts";

/** One question that the assessment asks of a model, and the variables that answer it badly. */
export interface Assessment {
  readonly title: string;
  readonly why: string;
  readonly places: readonly number[];
}

/** SDM-Doc asks after equations with more than three variables in them (Martinez-Moyano 2012, System Dynamics Review 28, 199–208). */
const mostVariables = 3;

export function assessmentsOf({ variables }: Listing): readonly Assessment[] {
  const own = variables.filter(({ name }) => !isControl(name));
  const where = (test: (variable: ListedVariable) => boolean) => own.filter(test).map(({ place }) => place);
  return [
    {
      title: "Without units",
      why: "An equation without units cannot be checked.",
      places: where(({ units }) => units === ""),
    },
    {
      title: "Without a comment",
      why: "A reader cannot tell what is meant, or where it comes from.",
      places: where(({ comment }) => comment === ""),
    },
    {
      title: "Used by nothing",
      why: "An outcome, or something left over.",
      places: where(({ usedBy, type }) => usedBy.length === 0 && type !== "stock"),
    },
    {
      title: `More than ${mostVariables} variables in an equation`,
      why: "Long equations hide assumptions: parts of them could have a name.",
      places: where(({ uses }) => uses.length > mostVariables),
    },
  ];
}
