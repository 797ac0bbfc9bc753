/** What a reader has chosen in the view of policies, as its link holds it; the reader's own policy stands in `policy` and `moved`. */
export interface PoliciesView {
  /** Positions of two goals of the search. */
  readonly across: number;
  readonly up: number;
  /** Position of a policy among those found. */
  readonly found: number | undefined;
  /** The measure by which metrics are compared. */
  readonly by: string | undefined;
}

export function readPoliciesView(also: ReadonlyMap<string, string>): PoliciesView {
  const whole = (name: string) => (/^\d{1,4}$/.test(also.get(name) ?? "") ? Number(also.get(name)) : undefined);
  return { across: whole("across") ?? 0, up: whole("up") ?? 1, found: whole("found"), by: also.get("by") };
}

export function policiesViewInLink({ across, up, found, by }: PoliciesView): ReadonlyMap<string, string> {
  const said: readonly (readonly [string, string | undefined])[] = [
    ["across", across === 0 ? undefined : String(across)],
    ["up", up === 1 ? undefined : String(up)],
    ["found", found?.toString()],
    ["by", by],
  ];
  return new Map(said.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
}
