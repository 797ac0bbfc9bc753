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
import * as lookupMeasures from "./lookup-measures.ts";
import * as lookupReadings from "./lookup-readings.ts";
import * as matrices from "./matrices.ts";
import * as operators from "./operators.ts";
import * as pipelineDelays from "./pipeline-delays.ts";
import * as profileCurves from "./profile-curves.ts";
import * as random from "./random.ts";
import * as randomXmile from "./random-xmile.ts";
import * as reductions from "./reductions.ts";
import { refusals } from "./refusals.ts";
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

/** Why a name is refused, by its key. */
const refused: Record<Dialect, ReadonlyMap<string, string>> = {
  vensim: new Map(reasons("vensim", "")),
  xmile: new Map([...reasons("xmile", ""), ...reasons("vensim", "vensim.")]),
};

function reasons(dialect: Dialect, space: string): readonly (readonly [key: string, why: string])[] {
  const own = refusals.filter((each) => each.dialect === dialect);
  return own.flatMap(({ names, why }) => names.map((name) => [nameKey(space + name), why] as const));
}

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

/** Why a function that a dialect documents is not computed; undefined where it documents none of this name, or it is computed. */
export function refusal(dialect: Dialect, name: string): string | undefined {
  return refused[dialect].get(nameKey(name));
}

/** Every function name of a dialect, for suggestions and completion. */
export function functionNames(dialect: Dialect): readonly string[] {
  return [
    ...builtins.flatMap((row) => row.names[dialect] ?? []),
    ...refusals.flatMap((each) => (each.dialect === dialect ? each.names : [])),
  ];
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
