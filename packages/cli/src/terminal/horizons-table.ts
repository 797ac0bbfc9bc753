import { type Findings, type HorizonFinding, type Study, textIn } from "@sequitur/study";
import { alignedRows } from "./aligned-rows.ts";

/** A median change that is smaller than this share of the baseline at every horizon is not told. */
const told = 0.05;

/** When the effects of each policy appear: median changes of its measures, a column a horizon; empty where there is nothing to tell. */
export function horizonsTable(study: Study, { horizons }: Pick<Findings, "horizons">): readonly string[] {
  const policies = (horizons[0]?.policies ?? []).flatMap(({ id }) => {
    const rows = study.measures.flatMap((_, measure) => measureRow(study, horizons, id, measure));
    const { label } = study.policies.find((policy) => policy.id === id)!;
    return rows.length === 0 ? [] : [[textIn(label, "en"), ...horizons.map(() => "")], ...rows];
  });
  if (policies.length === 0) return [];
  const { label } = study.policies.find(({ id }) => id === study.baseline)!;
  const head = ["", ...horizons.map(({ after }) => `${after} ${study.time.unit}`)];
  return [`When effects appear: median change against ${textIn(label, "en")}`, ...alignedRows([head, ...policies])];
}

function measureRow(
  study: Study,
  horizons: readonly HorizonFinding[],
  policy: string,
  measure: number,
): readonly (readonly string[])[] {
  const shares = horizons.map(({ policies }) => policies.find(({ id }) => id === policy)!.measures[measure]!.relative);
  if (!shares.some((share) => share !== null && Math.abs(share) >= told)) return [];
  return [[`  ${textIn(study.measures[measure]!.label, "en")}`, ...shares.map(changeText)]];
}

/** A change that rounds to nothing has no sign. */
function changeText(share: number | null): string {
  if (share === null) return "–";
  const percent = Math.round(100 * share);
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${Math.abs(percent)} %`;
}
