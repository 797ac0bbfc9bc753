import { kind, reporter } from "@sequitur/model";

/** Every kind of thing that asking for a run can find: one row a kind. */
export const engineDiagnostics = {
  "unknown-element": kind<{ name: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name }) => `The model has no "${name}".`,
    mend: ({ near }) => (near ? `Did you mean "${near}"?` : "Give the name of a variable of the model."),
  }),
  "no-such-element": kind<{ name: string; user: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, user }) => `"${user}" has no element "${name}" at that place.`,
    mend: ({ near }) =>
      near ? `Did you mean "${near}"?` : "Give an element for each of its dimensions, in their order.",
  }),
  "subscripts-missing": kind<{ name: string; example: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" has several elements, and this asks for one.`,
    mend: ({ example }) => `Name the element, such as "${example}".`,
  }),
  "no-numbers": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is a lookup: it has no value of its own.`,
    mend: () => "Ask for a variable that reads it.",
  }),
  "not-a-constant": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is not a constant, so it cannot be given a value from outside.`,
    mend: () => "Choose a constant that it depends on, or make it one in the model.",
  }),
  "constant-fixed": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is fixed: the model's structure was made from it.`,
    mend: ({ name }) => `Change "${name}" in the model itself.`,
  }),
  "named-twice": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is given twice.`,
    mend: () => "Take one of them out.",
  }),
  "value-unusable": kind<{ name: string; value: number }>({
    severity: "error",
    says: ({ name, value }) => `"${name}" cannot be ${value}.`,
    mend: () => "Give a finite number.",
  }),
  "time-unusable": kind<{ name: string; value: number; reason: string }>({
    severity: "error",
    says: ({ name, value, reason }) => `"${name}" is ${value}, and ${reason}.`,
    mend: ({ name }) => `Correct "${name}".`,
  }),
  "run-too-large": kind<{ name: string; saves: number; outputs: number; gigabytes: number }>({
    severity: "error",
    says: ({ saves, outputs, gigabytes }) =>
      `A run takes ${gigabytes} GB: ${saves} save points of ${outputs} values each.`,
    mend: ({ name }) => `Save less often, with a longer "${name}", or ask for fewer outputs.`,
  }),
  "time-differs": kind<{ name: string; user: string }>({
    severity: "error",
    says: ({ name, user }) => `"${name}" depends on "${user}", which differs from future to future.`,
    mend: ({ name }) => `All futures share their times: make "${name}" a constant, or set it for all of them.`,
  }),
  "delay-of-changing-steps": kind<{ name: string; step: string }>({
    severity: "error",
    says: ({ name, step }) => `"${name}" is delayed by whole steps, and "${step}" changes while the run goes.`,
    mend: ({ step }) => `Make "${step}" a constant, or use a delay that is made of stocks, such as DELAY3.`,
  }),
  "not-finite": kind<{ name: string; value: number; time: number }>({
    severity: "error",
    says: ({ name, value, time }) =>
      `"${name}" is ${Number.isNaN(value) ? "not a number" : "infinite"} at time ${time}: here the run goes wrong first.`,
    mend: () =>
      "Look for a division by zero (ZIDZ and XIDZ allow for one), a root or logarithm of what is below zero, or growth without end.",
  }),
};

export const report = reporter(engineDiagnostics);
