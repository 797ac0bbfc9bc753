import { kind } from "./diagnostic.ts";

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const suggest = (near: string | undefined, otherwise: string) => (near ? `Did you mean "${near}"?` : otherwise);
/** A circle, with the line of each but the last, which is the first again. */
const chain = (names: readonly string[], lines: readonly string[]) =>
  names.map((name, k) => (lines[k] === undefined ? `"${name}"` : `"${name}" (line ${lines[k]})`)).join(" → ");

/** What can be wrong with a model whose text reads well: names, subscripts, functions, order. */
export const meaningDiagnostics = {
  "unknown-name": kind<{ name: string; user: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, user }) => `"${user}" uses "${name}", but nothing of that name is defined.`,
    mend: ({ name, near }) => suggest(near, `Define "${name}", or take it out.`),
  }),
  "unknown-function": kind<{ name: string; user: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, user }) => `"${user}" calls "${name}", but there is no function, macro or lookup of that name.`,
    mend: ({ name, near }) => suggest(near, `Define "${name}" as a lookup or a macro, or take it out.`),
  }),
  "refused-function": kind<{ name: string; user: string; why: string }>({
    severity: "error",
    says: ({ name, user, why }) => `"${user}" calls ${name}, which is not computed: ${why}.`,
    mend: ({ name }) => `Write what ${name} does with other functions, take it out, or put a constant in its place.`,
  }),
  "equation-not-written": kind<{ user: string }>({
    severity: "error",
    says: ({ user }) => `"${user}" has no equation yet: A FUNCTION OF only lists what it is to depend on.`,
    mend: ({ user }) => `Write the equation of "${user}".`,
  }),
  "delay-too-long": kind<{ name: string; places: number; most: number }>({
    severity: "error",
    says: ({ name, places, most }) => `"${name}" is delayed by ${places} steps, and ${most} are the most.`,
    mend: () => "Take a longer time step, or a delay that is made of stocks, such as DELAY3.",
  }),
  "macro-in-itself": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The macro "${name}" calls itself, so writing it out would never end.`,
    mend: () => "Write what it does with a stock, or write the calls out as far as they are needed.",
  }),
  "too-many-macros": kind<{ limit: number }>({
    severity: "error",
    says: ({ limit }) => `The model calls macros more than ${limit} times, counting the calls inside macros.`,
    mend: () => "Compute what is the same in many calls once, in a variable.",
  }),
  "macro-over-dimension": kind<{ name: string; dimension: string }>({
    severity: "error",
    says: ({ name, dimension }) =>
      `The macro "${name}" is called for all of "${dimension}" in an equation that has "${dimension}" on its left already.`,
    mend: () => "Compute the macro in a variable of its own, and sum over that.",
  }),
  "table-of-many": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} must be given one table with points, not one of an array of tables.`,
    mend: () => "Give the table that is meant a variable of its own.",
  }),
  "shift-of-part": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) =>
      `${name} moves the elements of a whole stock: this is none, or not all of it, or the size is no constant from 2 up.`,
    mend: () =>
      "Name a stock with the first element to move on its last axis, and its other axes as on the left-hand side.",
  }),
  "table-without-shape": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} takes its shape from a table of points, none of them below 0, that encloses an area.`,
    mend: () => "Give it one table, not one of an array of tables, with two points at least and heights from 0 up.",
  }),
  "table-turns": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} looks for an x, but this table rises and falls, so that several may fit.`,
    mend: () => "Split the table where it turns.",
  }),
  "computed-subscript": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `Which element of "${name}" is meant depends on a value here, which is not supported yet.`,
    mend: () => "Name an element; or sum over all of them, each times 1 or 0.",
  }),
  "argument-count": kind<{ name: string; wanted: string; given: number }>({
    severity: "error",
    says: ({ name, wanted, given }) => `${name} takes ${wanted}, but has ${given} here.`,
    mend: ({ name }) => `Look up what ${name} needs, and in which order.`,
  }),
  "time-value-from": kind<Record<never, never>>({
    severity: "error",
    says: () =>
      "The first argument of GET TIME VALUE must be 0 (the present time) or 1 (that of the start), and the same in all of a run.",
    mend: () => "Write 0 or 1: by the computer's clock (2), the model would do something else each time that it runs.",
  }),
  "time-value-measure": kind<Record<never, never>>({
    severity: "error",
    says: () => "The last argument of GET TIME VALUE can only be 0 here, the model's own unit of time.",
    mend: () => "Work years, months or days out from Time: which calendar Vensim would use for them is not known here.",
  }),
  "duplicate-definition": kind<{ name: string; line: number }>({
    severity: "error",
    says: ({ name, line }) => `"${name}" is defined here again; it was defined first in line ${line}.`,
    mend: () => "Keep one of the two definitions.",
  }),
  "reserved-name": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is the time of the run, so nothing else may have its name.`,
    mend: () => "Give the variable another name.",
  }),
  "unknown-subscript": kind<{ name: string; user: string; near?: string | undefined }>({
    severity: "error",
    says: ({ name, user }) => `"${user}" has the subscript "${name}", which is neither a dimension nor an element.`,
    mend: ({ name, near }) => suggest(near, `Define a dimension "${name}", or one that has it as an element.`),
  }),
  "subscript-count": kind<{ name: string; wanted: number; given: number }>({
    severity: "error",
    says: ({ name, wanted, given }) => `"${name}" has ${counted(wanted, "subscript")}, but ${given} here.`,
    mend: ({ name, given }) =>
      given === 0
        ? `Say which of its elements is meant, or take them together, as in SUM(${name}[…!]).`
        : "Give it the same number everywhere.",
  }),
  "mixed-dimensions": kind<{ name: string; position: number }>({
    severity: "error",
    says: ({ name, position }) =>
      `The equations of "${name}" use elements of no one dimension as subscript ${position}.`,
    mend: () => "Define a dimension that holds all of them, or rename some of the equations.",
  }),
  "unbound-dimension": kind<{ dimension: string; name: string; user: string }>({
    severity: "error",
    says: ({ dimension, name, user }) =>
      `"${name}" is used for all of "${dimension}" here, but "${user}" has no such subscript on its left.`,
    mend: ({ dimension }) =>
      `Name one element; or sum over it with SUM(…[${dimension}!]); or map "${dimension}" to a dimension on the left.`,
  }),
  "element-outside": kind<{ element: string; name: string }>({
    severity: "error",
    says: ({ element, name }) => `"${name}" is not defined for "${element}", which is asked for here.`,
    mend: ({ element, name }) => `Give "${name}" an equation for "${element}", or use fewer elements here.`,
  }),
  "ambiguous-mapping": kind<{ dimension: string; to: string }>({
    severity: "error",
    says: ({ dimension, to }) =>
      `Each element of "${to}" should stand for one of "${dimension}", but some stand for none or many.`,
    mend: () => "Make the mapping one to one, or sum over the elements that belong together.",
  }),
  "mapping-size": kind<{ dimension: string; to: string; wanted: number; given: number }>({
    severity: "error",
    says: ({ dimension, to, wanted, given }) =>
      `"${dimension}" is mapped to "${to}" element by element, but one has ${wanted} and the other ${given}.`,
    mend: () => "Write which elements belong together: -> (dimension: element, …).",
  }),
  "dimension-cycle": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `The dimension "${name}" holds itself.`,
    mend: () => "List elements, not the dimension itself.",
  }),
  "bang-outside": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}!" stands outside a function that takes all elements together.`,
    mend: () => "Put the expression into SUM, PROD, VMIN or VMAX, or take the exclamation mark out.",
  }),
  "nothing-to-reduce": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} takes many elements together, but its argument has none marked.`,
    mend: () => "Mark the subscript to go over with an exclamation mark, such as x[region!].",
  }),
  "constant-count": kind<{ name: string; wanted: number; given: number }>({
    severity: "error",
    says: ({ name, wanted, given }) => `"${name}" needs ${counted(wanted, "constant")} here, but ${given} are listed.`,
    mend: () => "List one number for each element, the last subscript changing fastest.",
  }),
  "constant-needed": kind<{ name: string; what: string }>({
    severity: "error",
    says: ({ name, what }) =>
      `The ${what} of ${name} shapes the model, so it must be a whole number from 1 to 1000 that never changes.`,
    mend: ({ what }) => `Write a number, or the name of a constant, as the ${what}.`,
  }),
  "read-at-start": kind<{ name: string; what: string; value: number }>({
    severity: "warning",
    says: ({ name, what, value }) =>
      `The ${what} of ${name} shapes the model, so it is read once, at the start, where it is ${value}; it stays that.`,
    mend: ({ what }) => `Make the ${what} a constant.`,
  }),
  "limited-in-circle": kind<{ flow: string; stock: string }>({
    severity: "warning",
    says: ({ flow, stock }) =>
      `What flows into "${stock}" depends on "${flow}" in turn, so "${flow}" may take only what "${stock}" holds at the start of a step.`,
    mend: ({ flow }) => `Write into "${flow}" itself how much it may take.`,
  }),
  "not-a-lookup": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" is called like a function, but it is not a lookup.`,
    mend: () => "Did a * go missing before the bracket?",
  }),
  "lookup-as-value": kind<{ name: string; user: string }>({
    severity: "error",
    says: ({ name, user }) => `"${name}" is a lookup, but "${user}" uses it like a number.`,
    mend: ({ name }) => `Say where to read it: ${name}(x).`,
  }),
  "table-needed": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} needs a lookup here.`,
    mend: () => "Name a lookup variable, or write the points out: ((0,0),(1,1)).",
  }),
  "dimension-needed": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `${name} needs the name of a dimension here.`,
    mend: () => "Name a dimension.",
  }),
  "misplaced-table": kind<Record<never, never>>({
    severity: "error",
    says: () => "A table of points stands where a number is needed.",
    mend: () => "Read it at some x: WITH LOOKUP(x, ((0,0),(1,1))).",
  }),
  "misplaced-list": kind<Record<never, never>>({
    severity: "error",
    says: () => "A list of constants can only be the whole right-hand side of an equation.",
    mend: () => "Give the list a name and an equation of its own.",
  }),
  "misplaced-text": kind<{ text: string }>({
    severity: "error",
    says: ({ text }) => `The text '${text}' stands where a number is needed.`,
    mend: () => "Write a number or a name.",
  }),
  "missing-time": kind<{ name: string; given: string }>({
    severity: "error",
    says: ({ name }) => `The model has no "${name}", so nobody knows when to run it.`,
    mend: ({ given }) => `Add ${given}.`,
  }),
  "time-not-constant": kind<{ name: string }>({
    severity: "error",
    says: ({ name }) => `"${name}" must have a value before the run begins, and that could not be worked out.`,
    mend: ({ name }) =>
      `Make "${name}" a constant, or an expression of Time, constants and initial values without lookups.`,
  }),
  "time-step-size": kind<{ name: string; value: number }>({
    severity: "error",
    says: ({ name, value }) => `"${name}" is ${value}, but it must be above zero.`,
    mend: () => "Give it a length of time, such as 0.25.",
  }),
  "final-before-initial": kind<{ initial: number; final: number }>({
    severity: "error",
    says: ({ initial, final }) => `The run would end at ${final}, before it begins at ${initial}.`,
    mend: () => "Let FINAL TIME be no smaller than INITIAL TIME.",
  }),
  "algebraic-loop": kind<{ cycle: readonly string[]; lines: readonly string[]; when: string }>({
    severity: "error",
    says: ({ cycle, lines, when }) => `${when}, each of these needs the one after it first: ${chain(cycle, lines)}.`,
    mend: ({ when }) =>
      when === AT_START
        ? "Give one of them an initial value of its own, with ACTIVE INITIAL or as a constant."
        : "Break the circle where something takes time: with a stock, a SMOOTH or a DELAY.",
  }),
  "unreadable-unit": kind<{ name: string; unit: string }>({
    severity: "warning",
    says: ({ name, unit }) =>
      `The unit of "${name}", "${unit}", cannot be read, so its equation is not checked for units.`,
    mend: () => "Write names joined by * and /, such as person/(Month*km^2), or Dmnl.",
  }),
  "equation-units": kind<{ name: string; unit: string; given: string }>({
    severity: "warning",
    says: ({ name, unit, given }) => `"${name}" is in ${unit}, but its equation gives ${given}.`,
    mend: ({ name }) => `Correct the unit of "${name}" or of what it is made from, or multiply by what is missing.`,
  }),
  "rate-units": kind<{ name: string; unit: string; wanted: string; given: string; time: string }>({
    severity: "warning",
    says: ({ name, unit, wanted, given }) =>
      `"${name}" is in ${unit}, so its rate must be in ${wanted}, but this is in ${given}.`,
    mend: ({ time }) => `Divide it by a time in ${time}, or correct the units of what it is made from.`,
  }),
  "initial-units": kind<{ name: string; unit: string; given: string }>({
    severity: "warning",
    says: ({ name, unit, given }) =>
      `"${name}" is in ${unit}, so its initial value must be too, but this is in ${given}.`,
    mend: ({ name }) => `Correct the unit of "${name}" or of its initial value.`,
  }),
  "different-units": kind<{ name: string; first: string; second: string }>({
    severity: "warning",
    says: ({ name, first, second }) => `${name} needs one unit for what it takes, but there is ${first} and ${second}.`,
    mend: () => "Correct one of the units, or multiply by what turns one into the other.",
  }),
  "needs-pure-number": kind<{ name: string; unit: string }>({
    severity: "warning",
    says: ({ name, unit }) => `${name} needs a number without a unit, but this is in ${unit}.`,
    mend: () => "Divide it by a normal value in the same unit.",
  }),
  "needs-time": kind<{ name: string; unit: string; time: string }>({
    severity: "warning",
    says: ({ name, unit, time }) => `${name} needs a time in ${time} here, but this is in ${unit}.`,
    mend: () => "Correct its unit, or change it into the model's unit of time.",
  }),
  "shared-outflow": kind<{ flow: string; stocks: readonly string[] }>({
    severity: "warning",
    says: ({ flow, stocks }) =>
      `"${flow}" flows out of ${stocks.map((name) => `"${name}"`).join(" and ")}: none falls below zero, but the flow goes on.`,
    mend: () => "Give each stock an outflow of its own, so that what leaves it can be limited to what it has.",
  }),
};

export const AT_START = "Before the run begins";
export const IN_A_STEP = "Within a step";
