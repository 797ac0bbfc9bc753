import { nameKey } from "../syntax/name-key.ts";
import type { Dialect } from "../syntax/syntax-tree.ts";
import * as allocation from "./allocation.ts";
import * as annuity from "./annuity.ts";
import * as arithmetic from "./arithmetic.ts";
import type { Builtin, PureBuiltin } from "./builtin.ts";
import * as choice from "./choice.ts";
import * as clocks from "./clocks.ts";
import * as counting from "./counting.ts";
import * as dataPoints from "./data-points.ts";
import * as draws from "./draws.ts";
import * as externalData from "./external-data.ts";
import * as financial from "./financial.ts";
import * as iseeArithmetic from "./isee-arithmetic.ts";
import { knownByName, refusals } from "./known-by-name.ts";
import * as lookupMeasures from "./lookup-measures.ts";
import * as lookupReadings from "./lookup-readings.ts";
import * as matrices from "./matrices.ts";
import * as operators from "./operators.ts";
import * as pipelineDelays from "./pipeline-delays.ts";
import * as profileCurves from "./profile-curves.ts";
import * as random from "./random.ts";
import * as randomXmile from "./random-xmile.ts";
import * as reductions from "./reductions.ts";
import * as shapedDelays from "./shaped-delays.ts";
import * as smoothsAndDelays from "./smooths-and-delays.ts";
import * as structure from "./structure.ts";
import * as tableDraw from "./table-draw.ts";
import * as timeInputs from "./time-inputs.ts";
import * as transcendental from "./transcendental.ts";
import * as trends from "./trends.ts";
import * as vectorLookups from "./vector-lookup.ts";
import * as vectors from "./vectors.ts";

/** Every row of the table. A file of rows exports rows alone, so a new row is known once it is written. */
export const builtins: readonly Builtin[] = [
  operators,
  arithmetic,
  transcendental,
  iseeArithmetic,
  choice,
  clocks,
  timeInputs,
  smoothsAndDelays,
  trends,
  pipelineDelays,
  shapedDelays,
  financial,
  counting,
  annuity,
  draws,
  random,
  randomXmile,
  tableDraw,
  reductions,
  lookupReadings,
  externalData,
  dataPoints,
  structure,
  vectors,
  vectorLookups,
  matrices,
  profileCurves,
  lookupMeasures,
  allocation,
].flatMap((rows): readonly Builtin[] => Object.values(rows));

const byId: ReadonlyMap<string, Builtin> = new Map(builtins.map((row) => [row.id, row]));

const byName: Record<Dialect, ReadonlyMap<string, readonly Builtin[]>> = {
  vensim: rowsByName("vensim"),
  xmile: rowsByName("xmile"),
};

const known: Record<Dialect, ReadonlySet<string>> = {
  vensim: new Set(knownByName.vensim.map(nameKey)),
  xmile: new Set([...knownByName.xmile, ...knownByName.vensim.map((name) => `vensim.${name}`)].map(nameKey)),
};

function rowsByName(dialect: Dialect): ReadonlyMap<string, readonly Builtin[]> {
  const rows = new Map<string, Builtin[]>();
  for (const row of builtins) {
    for (const spelling of spellingsOf(row, dialect)) rows.set(spelling, [...(rows.get(spelling) ?? []), row]);
  }
  return rows;
}

/** XMILE reaches a vendor's own functions through the vendor's name space: `vensim.XIDZ` (XMILE 1.0, 3.2.2.3). */
function spellingsOf({ names }: Builtin, dialect: Dialect): readonly string[] {
  const vendors = dialect === "xmile" && names.vensim !== undefined ? [`vensim.${names.vensim}`] : [];
  return [...(names[dialect] === undefined ? [] : [names[dialect]]), ...vendors].map(nameKey);
}

/** The rows that a dialect calls by this name; they differ in how many arguments they take. */
export function builtinsNamed(dialect: Dialect, name: string): readonly Builtin[] {
  return byName[dialect].get(nameKey(name)) ?? [];
}

/** Whether the dialect documents a function of this name that has no row yet. */
export function isKnownByName(dialect: Dialect, name: string): boolean {
  return known[dialect].has(nameKey(name));
}

/** Why a function that a dialect documents is never computed; undefined where it may be one day. */
export function refusal(name: string): string | undefined {
  return refusals.find(({ names }) => names.some((one) => nameKey(one) === nameKey(name)))?.why;
}

/** Every function name of a dialect, for suggestions and completion. */
export function functionNames(dialect: Dialect): readonly string[] {
  return builtins.flatMap((row) => row.names[dialect] ?? []).concat(knownByName[dialect]);
}

/** The pure row of an id; ids are written in the code alone, so one that is missing is a fault of the code. */
export function pureBuiltin(id: string): PureBuiltin {
  const row = byId.get(id);
  if (row === undefined || !isPure(row)) throw new Error(`No pure built-in function has the id "${id}".`);
  return row;
}

export function isPure(row: Builtin): row is PureBuiltin {
  return row.behaviour.kind === "pure";
}

/** Whether a function goes over the elements that are marked with `!` in its arguments. */
export function takesMarked({ behaviour }: Builtin): boolean {
  return behaviour.kind === "reduction" || (behaviour.kind === "spread" && behaviour.takes.includes("marked"));
}

/** The fewest and the most arguments that a row takes. */
export function arityOf(row: Builtin): { readonly least: number; readonly most: number } {
  return { least: row.args.filter((name) => !name.endsWith("?")).length, most: row.args.length };
}
