import { kind } from "./diagnostic.ts";

/** What reading a Vensim file can find. */
export const vensimDiagnostics = {
  unexpected: kind<{ found: string; expected: string }>({
    severity: "error",
    says: ({ found, expected }) => `Found ${found} where ${expected} should stand.`,
    mend: () => `Correct this place; every equation ends with "~ units ~ comment |".`,
  }),
  "unexpected-character": kind<{ character: string }>({
    severity: "error",
    says: ({ character }) => `The character "${character}" has no meaning here.`,
    mend: () => "Take it out; or, if it is part of a name, put the whole name in double quotes.",
  }),
  unclosed: kind<{ what: string; mark: string }>({
    severity: "error",
    says: ({ what }) => `This ${what} is never closed.`,
    mend: ({ mark }) => `Close it with ${mark} on the same line.`,
  }),
  "empty-name": kind<Record<never, never>>({
    severity: "error",
    says: () => "There is no name between these quotes.",
    mend: () => "Write the name, or take the quotes out.",
  }),
  "number-too-large": kind<{ text: string }>({
    severity: "error",
    says: ({ text }) => `The number ${text} is larger than a computer's number can be.`,
    mend: () => "Write a number below 1.8e308.",
  }),
  "missing-expression": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" has no expression.`,
    mend: () => "Write one after the equals sign, or take the equation out.",
  }),
  "missing-end": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `A line begins with "${name}", but the equation above it has not ended.`,
    mend: () =>
      `End the equation above with "~ units ~ comment |"; or, if it goes on here, write the operator that is missing.`,
  }),
  "incomplete-equation": kind<{ name: string }>({
    severity: "warning",
    says: ({ name }) =>
      `"${name}" says that it ignores some of its causes; Vensim does not simulate such a model as a whole.`,
    mend: () => "Use the causes in the equation, or take :IGNORE: and what follows it out.",
  }),
  "too-deep": kind<{ limit: number }>({
    severity: "error",
    says: ({ limit }) => `This expression is nested more than ${limit} deep.`,
    mend: () => "Give parts of it names and equations of their own.",
  }),
  "missing-bar": kind<Record<never, never>>({
    severity: "warning",
    says: () => "The last equation is not ended.",
    mend: () => `End it with "|".`,
  }),
  "extra-field": kind<{ text: string }>({
    severity: "warning",
    says: ({ text }) =>
      `"${text}" stands after the comment, where only :SUPPLEMENTARY has a meaning; it is passed over.`,
    mend: () => `If another equation begins here, end the one before it with "|".`,
  }),
  "number-list": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The list of constants of "${name}" holds something other than a number.`,
    mend: () => "Write numbers only, or give each element an equation of its own.",
  }),
  "lookup-points": kind<{ count: number }>({
    severity: "error",
    says: ({ count }) =>
      count === 0
        ? "This lookup has no points."
        : `A lookup without brackets lists all its x, then as many y, but this one has ${count} numbers.`,
    mend: () => "Write it as points: ((0, 0), (1, 0.5), (2, 1)).",
  }),
  "element-range": kind<{ first: string; last: string }>({
    severity: "error",
    says: ({ first, last }) => `From "${first}" to "${last}" is not a range of elements.`,
    mend: () => "Both must be one name with a number at its end, the second number the larger: (A1-A9).",
  }),
  "element-range-size": kind<{ limit: number }>({
    severity: "error",
    says: ({ limit }) => `The ranges of this file name more than ${limit} elements.`,
    mend: () => "Make the range smaller.",
  }),
  "units-range": kind<{ text: string }>({
    severity: "warning",
    says: ({ text }) => `"${text}" is not a range of values; it is passed over.`,
    mend: () => `Write [low, high] or [low, high, step], with "?" for an open end.`,
  }),
  "stray-macro-end": kind<Record<never, never>>({
    severity: "error",
    says: () => "This ends a macro, but no macro has begun.",
    mend: () => "Take it out, or begin the macro with :MACRO: name(inputs).",
  }),
  "unclosed-macro": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The macro "${name}" is never ended.`,
    mend: () => "Write :END OF MACRO: after its last equation.",
  }),
  "integration-method": kind<{ asked: string; used: string }>({
    severity: "warning",
    says: ({ asked, used }) => `The file asks for the integration method ${asked}; ${used} is used instead.`,
    mend: ({ used }) => `Choose ${used} in the model's settings, or compare the results with Vensim's.`,
  }),
};
