import { type Findings, type Study, textIn, turnsOnSource, type Uncertainty } from "@sequitur/study";
import { wrap } from "./wrap.ts";

/** Where sources conflict: what each says, and how many verdicts turn on which of them is right; nothing where none do. */
export function conflictsTable(study: Study, { claims }: Pick<Findings, "claims">, width: number): readonly string[] {
  const disputed = study.uncertainties.filter(({ conflict }) => conflict.length > 0);
  if (disputed.length === 0) return [];
  const tested = claims.filter(({ share }) => share !== null).length;
  const turning = (id: string) =>
    claims.filter(({ conflicts }) => conflicts.some((each) => each.uncertainty === id && turnsOnSource(each))).length;
  return [
    "Where sources conflict: the range spans them",
    ...disputed
      .flatMap((one) => [
        ...wrap(`${textIn(one.label, "en")}: ${turning(one.id)} of ${tested} verdicts turn on it`, width - 2),
        ...one.conflict.flatMap((side) => wrap(sideText(one, side), width - 4).map((row) => `  ${row}`)),
      ])
      .map((row) => `  ${row}`),
  ];
}

function sideText({ unit }: Uncertainty, { low, high, says, sources }: Uncertainty["conflict"][number]): string {
  return `${shortNumber(low)} to ${shortNumber(high)} ${unit} · ${textIn(says, "en")} (${sources.join(", ")})`;
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}
