import { kind, reporter } from "@sequitur/model";

/** "Did you mean …?", or else all there is to choose from. */
function choose(near: string | undefined, known: readonly string[]): string {
  if (near !== undefined) return `Did you mean "${near}"?`;
  return known.length === 0 ? "Take it out." : `Use one of: ${known.join(", ")}.`;
}

/** A name that is not known, what it was most likely meant to be, and all that is known there. */
type Unknown = { readonly name: string; readonly near: string | undefined; readonly known: readonly string[] };

/** Every kind of thing that reading a study can find: one row a kind. */
export const studyDiagnostics = {
  "missing-file": kind<{ file: string }>({
    severity: "error",
    says: ({ file }) => `The study has no file "${file}".`,
    mend: ({ file }) => `Add "${file}", or correct the name.`,
  }),
  "yaml-syntax": kind<{ problem: string }>({
    severity: "error",
    says: ({ problem }) => `This is not YAML: ${problem}.`,
    mend: () => "Check the indentation, the colons and the quotes around it.",
  }),
  "duplicate-key": kind<{ key: string }>({
    severity: "error",
    says: ({ key }) => `"${key}" stands here a second time.`,
    mend: () => "Take one out, or give it another name.",
  }),
  "unknown-key": kind<Unknown>({
    severity: "error",
    says: ({ name }) => `"${name}" means nothing here.`,
    mend: ({ near, known }) => choose(near, known),
  }),
  "unquoted-comma": kind<{ text: string }>({
    severity: "error",
    says: ({ text }) => `"${text}" stands here as a key of its own, since a comma ends a text that is not in quotes.`,
    mend: () => "Put the whole text in quotes.",
  }),
  "missing-key": kind<{ key: string }>({
    severity: "error",
    says: ({ key }) => `"${key}" is missing here.`,
    mend: ({ key }) => `Add "${key}: …".`,
  }),
  "one-of": kind<{ keys: readonly string[]; count: number }>({
    severity: "error",
    says: ({ keys, count }) => `Exactly one of ${keys.join(", ")} belongs here, but there are ${count}.`,
    mend: ({ count }) => (count === 0 ? "Add one of them." : "Keep one of them."),
  }),
  "wrong-type": kind<{ expected: string }>({
    severity: "error",
    says: ({ expected }) => `This must be ${expected}.`,
    mend: () => "Correct the value, or its indentation.",
  }),
  "unknown-choice": kind<Unknown>({
    severity: "error",
    says: ({ name }) => `"${name}" is none of the choices.`,
    mend: ({ near, known }) => choose(near, known),
  }),
  "bad-id": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" cannot be an id.`,
    mend: () => "Use small letters, digits and hyphens, with a letter first.",
  }),
  "bad-value": kind<{ problem: string }>({
    severity: "error",
    says: ({ problem }) => problem,
    mend: () => "Correct the value.",
  }),
  "unknown-id": kind<Unknown & { what: string }>({
    severity: "error",
    says: ({ what, name }) => `There is no ${what} "${name}" in this study.`,
    mend: ({ near, known }) => choose(near, known.length > 12 ? [] : known),
  }),
  "empty-section": kind<{ section: string }>({
    severity: "error",
    says: ({ section }) => `The study gives no ${section}.`,
    mend: ({ section }) => `Give at least one under "${section}".`,
  }),
  "set-twice": kind<{ name: string; first: string }>({
    severity: "error",
    says: ({ name, first }) => `The model's "${name}" is already set by "${first}".`,
    mend: () => "Let only one lever or uncertainty set it.",
  }),
  "table-unusable": kind<{ name: string; problem: string }>({
    severity: "error",
    says: ({ name, problem }) => `"${name}" cannot be varied so: ${problem}.`,
    mend: () =>
      "Name a lookup of the model, or a variable whose equation is one table; give an x that it has a point at.",
  }),
  "rival-model": kind<{ file: string; problem: string; cure: string }>({
    severity: "error",
    says: ({ file, problem }) => `In "${file}": ${problem}`,
    mend: ({ cure }) => cure,
  }),
  "rival-lacks-not": kind<{ file: string; name: string }>({
    severity: "error",
    says: ({ file, name }) => `"${file}" has "${name}", which it is said to lack.`,
    mend: () => 'Take it out of "lacks".',
  }),
  "rival-lacks-element": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is an element of an array; a rival can lack only a constant without subscripts.`,
    mend: () => "Give the array to the model that lacks it.",
  }),
  "rivals-without-model": kind<{ file: string }>({
    severity: "error",
    says: ({ file }) => `The study's own model, "${file}", is not among the rivals.`,
    mend: ({ file }) => `Give one of them "file: ${file}".`,
  }),
  "rival-twice": kind<{ file: string }>({
    severity: "error",
    says: ({ file }) => `"${file}" stands among the rivals a second time.`,
    mend: () => "Give each rival a file of its own.",
  }),
  "rival-lever": kind<{ file: string; name: string; value: number; own: number }>({
    severity: "error",
    says: ({ file, name, value, own }) =>
      `"${name}" is ${value} in "${file}", but ${own} in the study's own model: policies that leave it alone would differ.`,
    mend: () => "Let rivals agree on what a policy may set.",
  }),
  "rival-times": kind<{ file: string }>({
    severity: "error",
    says: ({ file }) => `"${file}" begins, ends or saves at other times than the study's own model.`,
    mend: () => "Give rivals the same INITIAL TIME, FINAL TIME and SAVEPER; their steps may differ.",
  }),
  "wrong-unit": kind<{ name: string; unit: string; modelUnit: string }>({
    severity: "error",
    says: ({ name, unit, modelUnit }) => `The study gives "${name}" in ${unit}, the model in ${modelUnit}.`,
    mend: ({ modelUnit }) => `Write the unit as ${modelUnit}, and its numbers in that unit.`,
  }),
  "bad-unit": kind<{ unit: string }>({
    severity: "error",
    says: ({ unit }) => `"${unit}" cannot be read as a unit.`,
    mend: () => "Write a product of names and powers, such as person/Year, or dmnl.",
  }),
  "wrong-time-unit": kind<{ unit: string; modelUnit: string }>({
    severity: "error",
    says: ({ unit, modelUnit }) => `The study counts time in ${unit}, the model in ${modelUnit}.`,
    mend: ({ modelUnit }) => `Give every time in ${modelUnit}.`,
  }),
  "outside-run": kind<{ time: number; from: number; to: number }>({
    severity: "error",
    says: ({ time, from, to }) => `${time} lies outside the model's run, from ${from} to ${to}.`,
    mend: () => "Choose a time inside it, or let the model run longer.",
  }),
  "period-order": kind<{ from: number; to: number }>({
    severity: "error",
    says: ({ from, to }) => `The period begins at ${from} and ends at ${to}: not after it began.`,
    mend: () => "Give the earlier time first.",
  }),
  "range-order": kind<{ low: number; high: number }>({
    severity: "error",
    says: ({ low, high }) => `The range begins at ${low} and ends at ${high}: not above where it began.`,
    mend: () => "Give a low end below the high one.",
  }),
  "bad-spread": kind<{ problem: string; cure: string }>({
    severity: "error",
    says: ({ problem }) => problem,
    mend: ({ cure }) => cure,
  }),
  "outside-range": kind<{ name: string; value: number; low: number; high: number }>({
    severity: "error",
    says: ({ name, value, low, high }) => `${value} lies outside the range of "${name}", ${low} to ${high}.`,
    mend: () => "Choose a value inside the range, or widen the range.",
  }),
  "reality-check-refused": kind<{ name: string; reason: string }>({
    severity: "warning",
    says: ({ name, reason }) => `The reality check "${name}" is not put to the futures: ${reason.replace(/\.$/u, "")}.`,
    mend: () =>
      "Write it in another way (docs/study-files.md says which are run), or as one of the study's own checks.",
  }),
  "model-outside-range": kind<{ name: string; value: number; low: number; high: number }>({
    severity: "warning",
    says: ({ name, value, low, high }) =>
      `The model's own value of "${name}", ${value}, lies outside the range given here, ${low} to ${high}.`,
    mend: () => "Widen the range, or correct the model.",
  }),
  "no-grounds": kind<{ id: string }>({
    severity: "error",
    says: ({ id }) => `"${id}" does not say where its range comes from.`,
    mend: () => 'Add "sources: […]", or "assumed: true" where it is a judgement.',
  }),
  "conflict-outside": kind<{ low: number; high: number; from: number; to: number }>({
    severity: "error",
    says: ({ low, high, from, to }) => `${low} to ${high} is no part of the spread, which goes from ${from} to ${to}.`,
    mend: () => "Widen the spread, so that it spans what every source says, or correct the part.",
  }),
  "bad-amount": kind<{ text: string }>({
    severity: "error",
    says: ({ text }) => `"${text}" is not an amount.`,
    mend: () => 'Write a number and its unit, such as "5000 person", or a share such as "10 %".',
  }),
  "amount-without-unit": kind<{ text: string; unit: string }>({
    severity: "error",
    says: ({ text, unit }) => `"${text}" has no unit; the measure is in ${unit}.`,
    mend: ({ text, unit }) => `Write "${text} ${unit}".`,
  }),
  "no-better-side": kind<{ measure: string }>({
    severity: "error",
    says: ({ measure }) => `"${measure}" has no better side, so no policy can be better in it.`,
    mend: () => "Choose another measure, or give this one `better: lower` or `better: higher`.",
  }),
  "measures-differ": kind<{ left: string; leftUnit: string; right: string; rightUnit: string }>({
    severity: "error",
    says: ({ left, leftUnit, right, rightUnit }) =>
      `"${left}" is in ${leftUnit} and "${right}" in ${rightUnit}: they cannot be compared.`,
    mend: () => "Compare measures of the same unit.",
  }),
  "same-operands": kind<{ measure: string }>({
    severity: "error",
    says: ({ measure }) => `This compares "${measure}" with itself: same policy, same time.`,
    mend: () => 'Give another policy ("under") or another time ("figure") to compare with.',
  }),
  "bad-table": kind<{ problem: string }>({
    severity: "error",
    says: ({ problem }) => problem,
    mend: () => 'The first line is "time,value"; each further line holds one observation, times rising.',
  }),
};

export const report = reporter(studyDiagnostics);
