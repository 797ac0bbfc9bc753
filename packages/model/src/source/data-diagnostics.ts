import { kind } from "./diagnostic.ts";

const near = (name: string | undefined, otherwise: string) => (name ? `Did you mean "${name}"?` : otherwise);
/** What the files beside a model can be found to lack. */
export const dataDiagnostics = {
  "data-missing": kind<{ name: string; element: string }>({
    severity: "error",
    says: ({ element }) => `"${element}" takes its values from a data file, but none that was read has them.`,
    mend: ({ name }) =>
      `Name a data file that has a series "${name}" (.dat, .tab or .csv), or give it an equation, or a lookup over Time.`,
  }),
  "data-gap": kind<{ elements: string; file: string }>({
    severity: "warning",
    says: ({ elements, file }) => `"${file}" has no values for ${elements}: what is missing counts as :NA: (-2^109).`,
    mend: () => "Give it values, or do not use these elements.",
  }),
  "data-without-name": kind<Record<never, never>>({
    severity: "warning",
    says: () => "These numbers stand before any variable's name, so they are passed over.",
    mend: () => "Write the name of the variable on a line of its own before its times and values.",
  }),
  "data-time-base": kind<{ name: string }>({
    severity: "warning",
    says: ({ name }) =>
      `The times of "${name}" are in a time base of their own, but they are read as the model's time.`,
    mend: () => "Give the times in the model's unit of time.",
  }),
  "data-without-times": kind<Record<never, never>>({
    severity: "warning",
    says: () => "This is no table of values: there is a time in neither the first column nor the first row.",
    mend: () => "Let the first row hold names and the first column times, or the other way round.",
  }),
  "data-not-a-number": kind<{ name: string; text: string; time: number }>({
    severity: "warning",
    says: ({ name, text, time }) =>
      `"${name}" is "${text}" at time ${time}, which is no number; the point is left out.`,
    mend: () => "Write a number with a point for decimals, or leave the cell empty.",
  }),
  "data-expression": kind<{ name: string }>({
    severity: "warning",
    says: ({ name }) =>
      `"${name}" cannot be worked out at the points of its data, so it is computed anew in every step from what they are then.`,
    mend: () => "Use data, numbers and arithmetic alone after :=, or let a variable with = compute the rest.",
  }),
  "file-missing": kind<{ file: string; user: string }>({
    severity: "error",
    says: ({ file, user }) => `"${user}" is read from '${file}', but there is no such file beside the model.`,
    mend: () => "Put the file where the model says, seen from the model's folder, or correct its name here.",
  }),
  "file-instead": kind<{ file: string; used: string }>({
    severity: "warning",
    says: ({ file, used }) => `There is no '${file}' beside the model; '${used}' is read instead.`,
    mend: () => "Correct the name here.",
  }),
  "file-unreadable": kind<{ file: string; why: string }>({
    severity: "error",
    says: ({ file, why }) => `'${file}' cannot be read: ${why}.`,
    mend: () => "Save it again from the program that it came from, as .xlsx or as .csv.",
  }),
  "sheet-missing": kind<{ sheet: string; file: string; sheets: readonly string[]; near?: string | undefined }>({
    severity: "error",
    says: ({ sheet, file }) => `'${file}' has no sheet "${sheet}".`,
    mend: ({ sheets, near: meant }) => near(meant, `It has: ${sheets.map((name) => `"${name}"`).join(", ")}.`),
  }),
  "no-such-cell": kind<{ text: string; file: string; near?: string | undefined }>({
    severity: "error",
    says: ({ text, file }) => `"${text}" is neither a cell nor a name that '${file}' defines for cells.`,
    mend: ({ near: meant }) => near(meant, "Write a cell such as 'C5', or define the name in the spreadsheet."),
  }),
  "no-such-line": kind<{ text: string; file: string }>({
    severity: "error",
    says: ({ text, file }) => `"${text}" is neither a row, nor a column, nor a name that '${file}' defines for one.`,
    mend: () =>
      "Write the number of the row that holds the times, such as '4', or the letter of the column, such as 'A'.",
  }),
  "cell-empty": kind<{ element: string; cell: string; where: string }>({
    severity: "error",
    says: ({ element, cell, where }) =>
      `The value of "${element}" should stand in cell ${cell} of ${where}, which is empty.`,
    mend: () => "Write a number there, or correct the cell that the values begin at.",
  }),
  "cell-not-a-number": kind<{ element: string; cell: string; where: string; text: string }>({
    severity: "error",
    says: ({ element, cell, where, text }) =>
      `The value of "${element}" should stand in cell ${cell} of ${where}, where there is "${text}".`,
    mend: () => "Write a number there, or correct the cell that the values begin at.",
  }),
  "point-not-a-number": kind<{ element: string; cell: string; where: string; text: string }>({
    severity: "warning",
    says: ({ element, cell, where, text }) =>
      `A value of "${element}" should stand in cell ${cell} of ${where}, where there is "${text}"; the point is left out.`,
    mend: () => "Write a number there, or leave the cell empty.",
  }),
  "series-empty": kind<{ name: string; cell: string; where: string }>({
    severity: "error",
    says: ({ name, cell, where }) =>
      `No value of "${name}" stands in ${where} from cell ${cell} on under a time of its own.`,
    mend: () => "Correct the row or column of the times, or the cell that the values begin at.",
  }),
  "external-argument": kind<{ name: string; argument: string }>({
    severity: "error",
    says: ({ name, argument }) => `The ${argument} of ${name} must be a text, or the name of a variable that is one.`,
    mend: () => "Write it in single quotes.",
  }),
  "external-dimensions": kind<{ name: string; given: number }>({
    severity: "error",
    says: ({ name, given }) =>
      `"${name}" has ${given} subscripts here that run through a dimension, but a sheet has two directions.`,
    mend: () => "Write one equation for each element of all dimensions but the last two.",
  }),
  "external-misplaced": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} can only be all that stands after the equals sign.`,
    mend: () => "Read the values into a variable of their own, and use that here.",
  }),
  "constant-shift": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `What ${name} shifts by must be known before the run begins, and stay.`,
    mend: () => "Write a number, or the name of a constant.",
  }),
  "shift-of-no-data": kind<{ name: string; argument: string }>({
    severity: "error",
    says: ({ name, argument }) => `${name} takes the points of a data variable, which "${argument}" is not.`,
    mend: () => "Name a data variable: one that is read from a data file or by GET DIRECT DATA.",
  }),
  "not-data": kind<{ name: string; argument: string }>({
    severity: "warning",
    says: ({ name, argument }) =>
      `${name} reads the points of a data variable, which "${argument}" is not, so it gives :NA: (-2^109).`,
    mend: () => "Name a data variable: one that is read from a data file or by GET DIRECT DATA.",
  }),
};
