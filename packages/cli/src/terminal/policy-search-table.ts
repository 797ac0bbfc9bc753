import { type Box, type FoundPolicy, type PolicySearchFinding, type Study, textIn } from "@sequitur/study";
import { alignedRows, amount, short } from "./aligned-rows.ts";
import { grouped } from "./progress-line.ts";
import { wrap } from "./wrap.ts";

/** How the search went, what it found, and the policy that study.yaml can take, as it is written there. */
export function policySearchTable(study: Study, finding: PolicySearchFinding, width: number): string {
  const { searched, heldOut, reachedIn, found } = finding;
  const share = `${short(100 * reachedIn)} futures in 100`;
  return [
    ...wrap(
      `${found.length} policies that no other one beats in every goal. Each was judged in ${searched} futures with a plausible past; the gains over ` +
        `the baseline below, above 0 to the better, are reached in ${share} of ${grouped(heldOut)} others.`,
      width,
    ),
    "",
    ...convergenceRows(finding),
    ...wrap(convergedText(finding), width),
    "",
    ...gainRows(study, finding),
    ...chosenRows(finding, width),
  ].join("\n");
}

/** A quarter, a half and all of each run. */
function convergenceRows({ runs }: PolicySearchFinding): readonly string[] {
  const rows = runs.flatMap(({ run, trace }) =>
    [0.25, 0.5, 1].map((part) => {
      const { evaluations, archived, progress, hypervolume, restarts } = trace[Math.ceil(part * trace.length) - 1]!;
      return [
        `  ${run}`,
        grouped(evaluations),
        String(archived),
        String(progress),
        short(hypervolume),
        String(restarts),
      ];
    }),
  );
  return alignedRows([["  run", "judged", "kept", "ever better", "hypervolume", "restarts"], ...rows]);
}

function convergedText({ converged }: PolicySearchFinding): string {
  return converged
    ? "Converged: the second half of no run added 1 % to its hypervolume, and runs come within 2 % of each other."
    : "Not converged: some run still grows by 1 % in its second half, or runs differ by 2 %. Give more --evaluations.";
}

function gainRows(study: Study, { goals, found, chosen, studied }: PolicySearchFinding): readonly string[] {
  const head = ["  policy", ...goals.map(({ measure, unit }) => `${labelOf(study, measure)}, ${unit}`)];
  const own = studied.map(({ policy, gains }) => [`  ${policyLabel(study, policy)}`, ...gains.map(amount)]);
  const row = (policy: FoundPolicy, name: string) => [`  ${name}`, ...policy.heldOutGains.map(amount)];
  // By the first goal, an even choice of those found.
  const few = [...new Set([0, 1, 2, 3, 4].map((part) => Math.round((part / 4) * (found.length - 1))))];
  return alignedRows([
    head,
    ...own,
    ...(chosen === undefined ? [] : [row(chosen, "found: nearest to the best in every goal")]),
    ...few.filter((at) => at in found).map((at) => row(found[at]!, `found: ${at + 1} of ${found.length}`)),
  ]);
}

function chosenRows({ chosen, heldOut }: PolicySearchFinding, width: number): readonly string[] {
  if (chosen === undefined) return ["", "No policy keeps the limits."];
  const { worseShare, worseBox, shortShare, shortBox, set } = chosen;
  const futures = grouped(heldOut);
  return [
    "",
    ...wrap(
      `The one nearest to the best in every goal is worse than the baseline, in some goal that it gains in, in ${short(100 * worseShare)} % of ${futures} futures` +
        `${whereText(worseBox)}. It falls short of a gain above that it is credited with in ${short(100 * shortShare)} %${whereText(shortBox)}.`,
      width,
    ),
    "",
    "  as a policy of study.yaml:",
    `    set: { ${set.map(({ lever, value }) => `${lever}: ${value}`).join(", ")} }`,
  ];
}

/** ", mostly where …", or nothing where no box tells. */
function whereText(box: Box | null): string {
  if (box === null) return "";
  const limits = box.limits.map(({ uncertainty, low, high }) => {
    const ends = [low === null ? "" : `from ${short(low)}`, high === null ? "" : `to ${short(high)}`];
    return `${uncertainty} ${ends.filter((end) => end !== "").join(" ")}`;
  });
  return `, mostly where ${limits.join(", ")} (${short(100 * box.density)} % there)`;
}

function labelOf({ measures }: Study, id: string): string {
  return textIn(measures.find((measure) => measure.id === id)?.label ?? id, "en");
}

function policyLabel({ policies }: Study, id: string): string {
  return textIn(policies.find((policy) => policy.id === id)?.label ?? id, "en");
}
