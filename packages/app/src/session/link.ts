import { type Language, languages } from "@sequitur/study";

/** All that an address says of what a reader sees: who opens it sees the same. */
export interface Place {
  /** The view, and what it is about: `["claim", "strikes-shrink-cartels"]`. */
  readonly path: readonly string[];
  /** Undefined where the link leaves the language to the reader. */
  readonly language: Language | undefined;
  /** The beginning of the digest of the study's files; undefined in a link written by hand. */
  readonly study: string | undefined;
  /** Id of the policy that the levers start from. */
  readonly policy: string | undefined;
  /** What the reader moved, by the name of the control; the rest is as the policy and the study have it. */
  readonly moved: ReadonlyMap<string, number>;
  /** How likely the reader holds values of some uncertainties for, by their ids: see `ReaderPrior`. */
  readonly prior: ReadonlyMap<string, readonly number[]>;
  /** What is chosen in the view: a series, a policy, a variable. */
  readonly shown: string | undefined;
  /** What only this view knows of, by its own names: brushes, axes. */
  readonly also: ReadonlyMap<string, string>;
}

/** A place with nothing said but where it is. */
export const plainPlace: Omit<Place, "path" | "language" | "study"> = {
  policy: undefined,
  moved: new Map(),
  prior: new Map(),
  shown: undefined,
  also: new Map(),
};

/** Names that mean the same in every view. */
const shared: ReadonlySet<string> = new Set(["lang", "study", "policy", "set", "prior", "show"]);

const digestKept = 12;

/** As much of a digest as a link carries. */
export function digestInLink(digest: string): string {
  return digest.slice(0, digestKept);
}

/** Reads the part of an address after "#"; what makes no sense there is passed over. */
export function readLink(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const said = new URLSearchParams(query);
  const asked = said.get("lang");
  return {
    path: path.split("/").filter(Boolean).map(decoded),
    language: languages.find((each) => each === asked),
    study: said.get("study") ?? undefined,
    policy: said.get("policy") ?? undefined,
    moved: new Map(
      said
        .getAll("set")
        .flatMap(readNumbers)
        .flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
    ),
    prior: new Map(said.getAll("prior").flatMap(readNumbers)),
    shown: said.get("show") ?? undefined,
    also: new Map([...said].filter(([name]) => !shared.has(name))),
  };
}

/** The same place as text, the digits of a number as JavaScript prints them: they read back to the same bits. */
export function linkOf({ path, language, study, policy, moved, prior, shown, also }: Place): string {
  const query = new URLSearchParams([
    ...pair("lang", language),
    ...pair("study", study),
    ...pair("policy", policy),
    ...pair("show", shown),
    ...[...moved].map(([name, value]) => ["set", `${name}=${digitsOf(value)}`]),
    ...[...prior].map(([id, values]) => ["prior", `${id}=${values.map(digitsOf).join("_")}`]),
    ...also,
  ]).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${query === "" ? "" : `?${query}`}`;
}

function pair(name: string, value: string | undefined): readonly string[][] {
  return value === undefined ? [] : [[name, value]];
}

function digitsOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A name, "=", and numbers with "_" between them. */
function readNumbers(text: string): readonly (readonly [string, readonly number[]])[] {
  const equals = text.lastIndexOf("=");
  const all = text.slice(equals + 1).split("_");
  const values = all.map(Number);
  const isRight = equals >= 1 && values.every(Number.isFinite) && all.every((digits) => digits.trim() !== "");
  return isRight ? [[text.slice(0, equals), values]] : [];
}

/** A part of an address that is no text in UTF-8 stands as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
