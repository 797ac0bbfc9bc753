import { type CheckFinding, type Findings, type Study, textIn } from "@sequitur/study";
import { grouped } from "./progress-line.ts";
import { wrap } from "./wrap.ts";

/** What must hold in every future, and where it does not; nothing where the study asks for none. */
export function checksTable(study: Study, { checks }: Findings, width: number): readonly string[] {
  if (checks.length === 0) return [];
  const broken = checks.filter((check) => check.broken > 0);
  const kept = `${checks.length - broken.length} of ${checks.length} checks hold in every future.`;
  return [kept, ...broken.flatMap((check) => brokenRows(study, check, width)), ""];
}

function brokenRows(study: Study, { id, futures, broken, examples }: CheckFinding, width: number): readonly string[] {
  const check = [...study.checks, ...study.realityChecks].find((one) => one.id === id);
  const says = textIn(check?.says ?? id, "en");
  const where = `broken in ${grouped(broken)} of ${grouped(futures)} futures, such as ${examples.slice(0, 3).join(", ")} (--broken lists them)`;
  return [...wrap(`✗ ${says}`, width), ...wrap(where, width - 2).map((row) => `  ${row}`)];
}
