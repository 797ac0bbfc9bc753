import { type Distribution, openDensity } from "@sequitur/ensemble";
import { type Prior, type StudyOutline, type Uncertainty, unweighable } from "@sequitur/study";

/**
 * How likely a reader holds the values of some uncertainties for, by their ids: the lowest and the highest, all between them alike; or the
 * lowest, the likeliest and the highest; or, of a choice, the weight of each value in turn.
 */
export type ReaderPrior = ReadonlyMap<string, readonly number[]>;

/** An uncertainty that a reader may see differently, and between which values. */
export interface Weighable {
  readonly uncertainty: Uncertainty;
  readonly low: number;
  readonly high: number;
}

/** Of these uncertainties the ones that futures can be weighed by; `columns` holds their values in the futures run. */
export function weighableOf(
  study: StudyOutline,
  ids: readonly string[],
  columns: ReadonlyMap<string, Float64Array>,
): readonly Weighable[] {
  return ids.flatMap((id) => {
    const uncertainty = study.uncertainties.find((each) => each.id === id);
    const column = columns.get(id);
    if (uncertainty === undefined || column === undefined) return [];
    const [low, high] = endsOf(uncertainty, column);
    const wanted = spreadOf(uncertainty, untouched({ uncertainty, low, high }));
    const reason = wanted && unweighable(study, id, uncertainty.spread, wanted);
    return wanted === undefined || reason !== undefined ? [] : [{ uncertainty, low, high }];
  });
}

/** What a reader begins with: the whole range around the model's own value, or each choice as often. */
export function untouched({ uncertainty: { spread, value }, low, high }: Weighable): readonly number[] {
  if (spread.kind === "categorical") return spread.values.map(() => 1);
  return [low, Math.min(high, Math.max(low, value)), high];
}

/** The reader's prior in the study's terms; what makes no sense of it is passed over. */
export function priorOf(weighables: readonly Weighable[], numbers: ReaderPrior): Prior {
  return new Map(
    weighables.flatMap(({ uncertainty }) => {
      const given = numbers.get(uncertainty.id);
      const spread = given && spreadOf(uncertainty, given);
      return spread === undefined ? [] : [[uncertainty.id, spread] as const];
    }),
  );
}

/** How dense the reader's prior is at a value, for its picture; by its own measure. */
export function densityOf({ uncertainty }: Weighable, numbers: readonly number[]): ((x: number) => number) | undefined {
  const spread = spreadOf(uncertainty, numbers);
  return spread && openDensity(spread)?.at;
}

/** The same as a file for `sequitur run --prior`. */
export function priorFile(prior: Prior): string {
  const lines = [...prior].map(([id, spread]) => `  ${id}: { ${spreadText(spread)} }`);
  return ["prior:", ...lines, ""].join("\n");
}

function spreadText(spread: Distribution): string {
  if (spread.kind === "uniform") return `uniform: [${spread.low}, ${spread.high}]`;
  if (spread.kind === "triangular") return `triangular: [${spread.low}, ${spread.mode}, ${spread.high}]`;
  if (spread.kind !== "categorical") throw new Error(`A reader cannot draw a spread of the kind ${spread.kind}.`);
  const weighed = spread.values.flatMap((value, at) => {
    const weight = spread.weights?.[at] ?? 1;
    return weight > 0 ? [{ value, weight }] : [];
  });
  const [only] = weighed;
  // The file wants two values at least; the same one twice is that one.
  if (weighed.length === 1) return `choice: [${only!.value}, ${only!.value}]`;
  return `weighted: [${weighed.map(({ value, weight }) => `{ value: ${value}, weight: ${weight} }`).join(", ")}]`;
}

function spreadOf({ spread }: Uncertainty, numbers: readonly number[]): Distribution | undefined {
  if (spread.kind === "categorical") {
    const isRight =
      numbers.length === spread.values.length &&
      numbers.every((weight) => weight >= 0) &&
      numbers.some((weight) => weight > 0);
    return isRight ? { kind: "categorical", values: spread.values, weights: numbers } : undefined;
  }
  const [low, high] = [numbers[0]!, numbers.at(-1)!];
  if (!(low < high) || numbers.length > 3) return undefined;
  if (numbers.length === 2) return { kind: "uniform", low, high };
  const mode = numbers[1]!;
  return mode >= low && mode <= high ? { kind: "triangular", low, mode, high } : undefined;
}

/** An open spread has no ends; then what was drawn has. */
function endsOf({ low, high }: Uncertainty, column: Float64Array): readonly [number, number] {
  const drawn = (pick: (a: number, b: number) => number) => column.reduce((a, b) => pick(a, b), column[0]!);
  return [Number.isFinite(low) ? low : drawn(Math.min), Number.isFinite(high) ? high : drawn(Math.max)];
}
