import type { Brush, Brushes } from "./brush.ts";

/** What a reader has done to the view of futures: all of it stands in its link. */
export interface FuturesView {
  /** How many futures are run; undefined for as many as come at first. */
  readonly count: number | undefined;
  /** Which futures the boxes gather. */
  readonly interest: "fails" | "holds";
  /** Ids of the axes, in order; undefined for those that the claim is about. */
  readonly axes: readonly string[] | undefined;
  readonly brushes: Brushes;
  /** Axes of the scatter. */
  readonly x: string | undefined;
  readonly y: string | undefined;
  /** Which of the claim's measures is shown over time. */
  readonly series: number;
  /** The box that the brushes follow: a step of the peeling, or the one that the findings tell of. */
  readonly box: number | "told" | undefined;
  /** What the reader calls the scenario. */
  readonly name: string;
  /** The future that is open. */
  readonly future: number | undefined;
}

/** @param also  as an address has it, see `Place.also`; what makes no sense in it is passed over */
export function readFuturesView(also: ReadonlyMap<string, string>): FuturesView {
  const box = also.get("box");
  return {
    count: wholeIn(also.get("futures")),
    interest: also.get("of") === "holds" ? "holds" : "fails",
    axes: also.get("axes")?.split(" ").filter(Boolean),
    brushes: new Map([...also].flatMap(([name, text]) => readBrush(name, text))),
    x: also.get("x"),
    y: also.get("y"),
    series: wholeIn(also.get("series")) ?? 0,
    box: box === "told" ? "told" : wholeIn(box),
    name: also.get("name") ?? "",
    future: wholeIn(also.get("future")),
  };
}

export function futuresViewInLink(view: FuturesView): ReadonlyMap<string, string> {
  const { count, interest, axes, brushes, x, y, series, box, name, future } = view;
  const said: readonly (readonly [string, string | undefined])[] = [
    ["futures", count?.toString()],
    ["of", interest === "holds" ? interest : undefined],
    ["axes", axes?.join(" ")],
    ...[...brushes].map(([id, ends]) => [`${brushName}${id}`, ends.join("~")] as const),
    ["x", x],
    ["y", y],
    ["series", series === 0 ? undefined : String(series)],
    ["box", box?.toString()],
    ["name", name === "" ? undefined : name],
    ["future", future?.toString()],
  ];
  return new Map(said.flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const])));
}

const brushName = "brush.";

function readBrush(name: string, text: string): readonly (readonly [string, Brush])[] {
  if (!name.startsWith(brushName)) return [];
  const [low = Number.NaN, high = Number.NaN, ...more] = text
    .split("~")
    .map((end) => (end === "" ? Number.NaN : Number(end)));
  const sound = Number.isFinite(low) && Number.isFinite(high) && low <= high && more.length === 0;
  return sound ? [[name.slice(brushName.length), [low, high]]] : [];
}

function wholeIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
