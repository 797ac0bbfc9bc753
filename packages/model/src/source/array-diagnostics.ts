import { kind } from "./diagnostic.ts";

/** What can be wrong with the arguments of functions over arrays. */
export const arrayDiagnostics = {
  "array-needed": kind<{ name: string; argument: number; wanted: number }>({
    severity: "error",
    says: ({ name, argument, wanted }) =>
      `${name} goes through an array with ${wanted === 1 ? "a subscript" : `${wanted} subscripts`} or more as its argument ${argument}, but this is none.`,
    mend: () => "Give it a subscripted variable, with a subscript for each of its dimensions.",
  }),
  "square-matrix": kind<{ name: string; rows: number; columns: number }>({
    severity: "error",
    says: ({ name, rows, columns }) =>
      `${name} takes a matrix of as many rows as columns, but this one has ${rows} and ${columns}.`,
    mend: () => "Give it an array whose last two dimensions have the same number of elements.",
  }),
  "matrix-too-large": kind<{ name: string; rows: number; most: number }>({
    severity: "error",
    says: ({ name, rows, most }) => `${name} takes a matrix of at most ${most} rows, but this one has ${rows}.`,
    mend: () => "Solve for what is needed of it outside the model, or take fewer elements together.",
  }),
  "profile-needed": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) =>
      `${name} takes a priority profile whose last subscript is the element that holds the kind of curve, and after it the priority and the width.`,
    mend: () => "Name that element (such as ptype), not the whole dimension, as the last subscript.",
  }),
  "profile-unmatched": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) =>
      `The priority profiles in "${name}" are not for the same elements as the quantities that they stand beside.`,
    mend: () => "Give the profiles the last dimension of the quantities as their last but one.",
  }),
  "profile-kind": kind<{ name: string; kind: number }>({
    severity: "error",
    says: ({ name, kind: number }) =>
      `${name} is given a priority profile of kind ${number}. Sequitur computes the kinds 0 to 4 (fixed, rectangular, triangular, normal, exponential).`,
    mend: () => "Choose one of those; the normal curve, kind 3, is smooth and never quite 0.",
  }),
};
