import { readStudy, type Study } from "@sequitur/study";

export { readOutcomes } from "@sequitur/study";

/** The study that files hold; whoever handed them over has read them, so that they hold one. */
export function wholeStudy(files: Readonly<Record<string, string>>): Study {
  const { value: study, diagnostics } = readStudy(new Map(Object.entries(files)));
  if (study === undefined)
    throw new Error(`The study's files have errors: ${diagnostics.map(({ code }) => code).join(", ")}.`);
  return study;
}
