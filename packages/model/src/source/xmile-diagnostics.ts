import { kind } from "./diagnostic.ts";

/** What choosing a reader, and reading XMILE, can find. */
export const xmileDiagnostics = {
  "unknown-model-format": kind<{ file: string }>({
    severity: "error",
    says: ({ file }) => `"${file}" is neither a Vensim model (.mdl) nor an XMILE one (.xmile, .stmx, .itmx, .xml).`,
    mend: () =>
      "Save the model as text in one of these formats: Vensim's .vmf and .vpmx and Stella's older .stm and .itm are not text.",
  }),
  "malformed-xml": kind<{ what: string }>({
    severity: "error",
    says: ({ what }) => `This is not well-formed XML: ${what}`,
    mend: () => "Correct it here, or save the model again from the program that it came from.",
  }),
  "bare-xml-character": kind<{ character: string; written: string }>({
    severity: "warning",
    says: ({ character, written }) =>
      `XML wants "${character}" written as ${written}, so this was taken for the character itself.`,
    mend: ({ character, written }) => `Write ${written} instead of "${character}".`,
  }),
  "unclosed-element": kind<{ name: string; closedBy: string }>({
    severity: "warning",
    says: ({ name, closedBy }) => `<${name}> is still open where </${closedBy}> ends what it stands in.`,
    mend: ({ name }) => `Put </${name}> where it ends.`,
  }),
  "stray-closing-tag": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `</${name}> closes nothing that is open.`,
    mend: ({ name }) => `Take it out, or put <${name}> where it begins.`,
  }),
  "cut-off-xml": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The file ends inside this <${name}>.`,
    mend: () => "Part of the file is missing: get it whole, or close what is open.",
  }),
  "not-xmile": kind<{ root: string }>({
    severity: "error",
    says: ({ root }) => `An XMILE file is one <xmile> element, but this one is <${root}>.`,
    mend: () => "Check that this is a model and not some other XML file.",
  }),
  "no-xmile-model": kind<Record<string, never>>({
    severity: "error",
    says: () => "This file holds no <model>.",
    mend: () => "Check that this is a model and not a library of macros.",
  }),
  "missing-attribute": kind<{ element: string; attribute: string }>({
    severity: "error",
    says: ({ element, attribute }) => `This <${element}> has no ${attribute}.`,
    mend: ({ attribute }) => `Give it a ${attribute}="…".`,
  }),
  "unknown-tag": kind<{ name: string; parent: string }>({
    severity: "warning",
    says: ({ name, parent }) => `XMILE has no <${name}> in <${parent}>, so it was passed over.`,
    mend: () => "Check how it is spelled, or take it out.",
  }),
  "not-a-number": kind<{ what: string; text: string }>({
    severity: "error",
    says: ({ what, text }) => (text === "" ? `The ${what} is empty.` : `The ${what} must be a number, not "${text}".`),
    mend: () => "Write a number with a point for decimals, such as 0.25 or 1e-3.",
  }),
  "missing-equation": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" has no equation.`,
    mend: () => "Give it an equation, or connect it to an output of another module.",
  }),
  "never-ends": kind<{ what: string; end: string }>({
    severity: "error",
    says: ({ what }) => `This ${what} never ends.`,
    mend: ({ end }) => `Put ${end} where it ends.`,
  }),
  "bad-escape": kind<{ written: string }>({
    severity: "error",
    says: ({ written }) => `"${written}" is not an escape that a name may hold.`,
    mend: () => 'Write \\" for a quotation mark, \\\\ for a backslash and \\n for a line break.',
  }),
  "equation-count": kind<{ name: string; wanted: number; given: number }>({
    severity: "error",
    says: ({ name, wanted, given }) => `"${name}" has ${wanted} elements, but ${given} equations or graphs.`,
    mend: () => "Give one for all, or one for each element in order.",
  }),
  "unexpected-in-equation": kind<{ found: string; expected: string }>({
    severity: "error",
    says: ({ found, expected }) => `Here should stand ${expected}, not ${found}.`,
    mend: () => "Check what stands before it.",
  }),
  "container-index": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) =>
      `"${name}" has two sets of subscripts: reaching into a queue, a conveyor or a graph is not supported.`,
    mend: () => "Compute the value in a variable of its own.",
  }),
  "too-many-subscripts": kind<{ name: string; given: number; dimensions: number }>({
    severity: "error",
    says: ({ name, given, dimensions }) => `"${name}" has ${given} subscripts here, but ${dimensions} dimensions.`,
    mend: () => "Give it one subscript for each of its dimensions.",
  }),
  "too-few-subscripts": kind<{ name: string; given: number; dimensions: number }>({
    severity: "error",
    says: ({ name, given, dimensions }) => `"${name}" has ${given} subscripts here, but ${dimensions} dimensions.`,
    mend: () => "Give it one subscript for each of its dimensions.",
  }),
  "no-such-position": kind<{ position: string; dimension: string; size: number }>({
    severity: "error",
    says: ({ position, dimension, size }) => `"${dimension}" has ${size} elements, so there is no ${position}.`,
    mend: ({ size }) => `Positions are whole numbers from 1 to ${size}.`,
  }),
  "loose-array": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is a whole array here, but this equation has no such dimension to match it.`,
    mend: () => "Say which element is meant, or put it in SUM, MEAN, MIN or MAX.",
  }),
  "unknown-dimension": kind<{ name: string; user: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, user }) => `"${user}" is dimensioned by "${name}", but the file defines no such dimension.`,
    mend: ({ name, near }) => (near ? `Did you mean "${near}"?` : `Define "${name}" under <dimensions>.`),
  }),
  "dimension-size": kind<{ size: number; most: number }>({
    severity: "error",
    says: ({ size }) => `A dimension cannot have ${size} elements.`,
    mend: ({ most }) => `Give it a whole number from 1 to ${most}.`,
  }),
  "graph-without-points": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The graph of "${name}" has no <ypts>.`,
    mend: () => "Give it y-values, and an <xscale> or x-values for them.",
  }),
  "graph-without-scale": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The graph of "${name}" has neither <xpts> nor an <xscale>, so its y-values stand nowhere.`,
    mend: () => 'Give it x-values, or an <xscale min="…" max="…"/>.',
  }),
  "graph-points-differ": kind<{ name: string; xs: number; ys: number }>({
    severity: "error",
    says: ({ name, xs, ys }) => `The graph of "${name}" has ${xs} x-values and ${ys} y-values.`,
    mend: () => "Give each y-value its x-value.",
  }),
  "graph-points-descend": kind<{ name: string; before: number; after: number }>({
    severity: "error",
    says: ({ name, before, after }) =>
      `The x-values of the graph of "${name}" must rise, but ${after} follows ${before}.`,
    mend: () => "Sort the points by x.",
  }),
  "conveyor-without-length": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The conveyor "${name}" has no <len>, so nothing says how long things stay on it.`,
    mend: () => "Give it a <len>: the time from one end to the other.",
  }),
  "conveyor-without-end": kind<{ name: string }>({
    severity: "warning",
    says: ({ name }) => `Nothing takes what comes off the end of the conveyor "${name}", so it stays there.`,
    mend: () => "Give it an outflow that is not a leak.",
  }),
  "conveyor-between-steps": kind<{ name: string; length: number; step: number; moved: number }>({
    severity: "warning",
    says: ({ name, length, step, moved }) =>
      `The conveyor "${name}" moves in steps of ${step}, so what should take ${length} takes ${moved}.`,
    mend: () => "Choose a length that is a whole number of steps, or a shorter step.",
  }),
  "conveyor-too-long": kind<{ name: string; slats: number; most: number }>({
    severity: "error",
    says: ({ name, slats, most }) => `The conveyor "${name}" would have ${slats} slats, and can have ${most} at most.`,
    mend: () => "Shorten it or the run, or make the step longer.",
  }),
  "conveyor-list-unfit": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) =>
      `"${name}" begins with a list of values, but its length is not a constant that they could be laid out over.`,
    mend: () => "Make its length a constant, or begin with one value for the whole.",
  }),
  "unknown-option": kind<{ what: string; value: string; options: readonly string[] }>({
    severity: "error",
    says: ({ what, value }) => `"${value}" is no ${what}.`,
    mend: ({ options }) => `Use one of: ${options.join(", ")}.`,
  }),
  "unsupported-in-xmile": kind<{ name: string; what: string }>({
    severity: "error",
    says: ({ name, what }) => `"${name}" ${what}, which is not supported: without it the numbers would be others.`,
    mend: () => "Write that part of the model with stocks, flows and auxiliaries.",
  }),
  "passed-over-in-xmile": kind<{ what: string; instead: string }>({
    severity: "warning",
    says: ({ what, instead }) => `${what} is not read: ${instead}`,
    mend: () => "Nothing need be done where that is what you want.",
  }),
  "import-unused": kind<{ name: string; file: string }>({
    severity: "warning",
    says: ({ name, file }) =>
      `'${file}' has values for "${name}", but there is no constant, stock or graph of that name to take as many.`,
    mend: () =>
      "A constant and a stock take one value, a graph as many as it has points: correct the name or the values.",
  }),
  "unknown-module": kind<{ name: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name }) => `The module "${name}" has no <model> of that name.`,
    mend: ({ name, near }) => (near ? `Did you mean "${near}"?` : `Add <model name="${name}">.`),
  }),
  "module-in-itself": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The module "${name}" contains itself.`,
    mend: () => "Take it out of its own model.",
  }),
  "unknown-module-input": kind<{ name: string; module: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, module }) => `The module "${module}" is given "${name}", but has no variable of that name.`,
    mend: ({ near }) => (near ? `Did you mean "${near}"?` : "Correct the name, or take the connection out."),
  }),
};
