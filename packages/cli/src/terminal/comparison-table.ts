import type { Comparison, Difference, ElementComparison } from "@sequitur/engine";

/** What differs, a variable a line: where first and where most, and by how much. What could not be compared is said after it. */
export function comparisonTable({ compared, unknown, unsaved }: Comparison, file: string): string {
  const differing = compared.filter(({ first }) => first !== undefined);
  const width = Math.min(40, Math.max(0, ...differing.map(({ name }) => name.length)));
  return [
    ...differing.flatMap((element) => linesOf(element, width)),
    ...(unknown.length > 0 ? [`In ${file}, but not in the run: ${listed(unknown)}.`] : []),
    ...(unsaved.length > 0 ? [`In ${file} at times that the run does not save: ${listed(unsaved.map(String))}.`] : []),
    summary(compared, differing.length, file),
  ].join("\n");
}

function linesOf({ name, points, differing, first, largest }: ElementComparison, width: number): readonly string[] {
  const counted = `${differing} of ${points}`;
  return [
    `${name.padEnd(width)}  ${counted}, first ${said(first!)}`,
    ...(largest!.time === first!.time
      ? []
      : [`${" ".repeat(width)}  ${" ".repeat(counted.length)}   most ${said(largest!)}`]),
  ];
}

function said({ time, got, wanted, absolute, relative }: Difference): string {
  const share = Number.isFinite(relative) ? ` (${short(100 * relative)} %)` : "";
  const digits = short(got) === short(wanted) ? String : short;
  return `at time ${short(time)}: ${digits(got)}, not ${digits(wanted)}; off by ${short(absolute)}${share}`;
}

function summary(compared: Comparison["compared"], differing: number, file: string): string {
  if (compared.length === 0) return `Nothing in ${file} can be compared with the run.`;
  const points = compared.reduce((sum, element) => sum + element.points, 0);
  const what = `${compared.length} variable${compared.length === 1 ? "" : "s"}, ${points} value${points === 1 ? "" : "s"}`;
  return differing === 0
    ? `The run agrees with ${file}: ${what}.`
    : `${differing} of ${compared.length} variables differ from ${file} (${points} values compared).`;
}

function listed(names: readonly string[]): string {
  return names.length > 10 ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more` : names.join(", ");
}

const short = (value: number): string => String(Number(value.toPrecision(6)));
