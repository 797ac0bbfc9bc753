import { builtinsNamed } from "../builtin/register.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NamedDimensionSyntax } from "./dimensions.ts";
import type { WrittenName } from "./written-name.ts";

/** What a name in an equation can mean, as far as its spelling in the tree depends on it. */
export interface Scope {
  dimension(name: string): NamedDimensionSyntax | undefined;
  /** Of a variable; undefined where there is no such variable. */
  dimensionsOf(name: WrittenName): readonly NamedDimensionSyntax[] | undefined;
  /** Whether a variable is a graph, or is read through one. */
  isGraph(name: WrittenName): boolean;
  /** The name in the tree: as written, or `.module.name` from the top for a qualified one. */
  qualified(name: WrittenName): string;
}

/** A model (or macro) of the file, before its equations are read. */
export interface Outline {
  readonly name: string;
  /** The modules that it stands in, outermost first; undefined where no module makes it part of the whole. */
  readonly path: readonly string[] | undefined;
  /** The dimensions of each variable, by key. */
  readonly variables: ReadonlyMap<string, readonly NamedDimensionSyntax[]>;
  /** Those with a graph, by key. */
  readonly graphs: ReadonlySet<string>;
}

/** @param outlines the models of the file; a qualified name holds the name of one of them (3.2.2.3) */
export function scopeIn(
  outline: Outline,
  outlines: readonly Outline[],
  dimensions: ReadonlyMap<string, NamedDimensionSyntax>,
): Scope {
  return {
    dimension: (name) => dimensions.get(nameKey(name)),
    dimensionsOf: ({ parts }) => holderOf(parts, outline, outlines)?.variables.get(nameKey(parts.at(-1) ?? "")),
    isGraph: ({ parts }) => holderOf(parts, outline, outlines)?.graphs.has(nameKey(parts.at(-1) ?? "")) ?? false,
    qualified: ({ parts }) => {
      if (parts.length === 1) return parts[0] ?? "";
      if (parts.length === 2 && isOfLibrary(parts[0] ?? "", parts[1] ?? "")) return parts[1] ?? "";
      const path = parts[0] === "" ? parts.slice(1, -1) : holderOf(parts, outline, outlines)?.path;
      return path === undefined ? parts.join(".") : `.${[...path, parts.at(-1)].join(".")}`;
    },
  };
}

/** The standard's functions, and isee's, which files may use without the name of the library too. */
function isOfLibrary(library: string, name: string): boolean {
  const key = nameKey(library);
  return key === "std" || (key === "isee" && builtinsNamed("xmile", name).length > 0);
}

/** The model that a name's variable stands in. Names of models are unique in a file, so the last qualifier is enough. */
function holderOf(parts: readonly string[], own: Outline, outlines: readonly Outline[]): Outline | undefined {
  const qualifier = parts.at(-2);
  if (qualifier === undefined) return own;
  if (qualifier === "") return outlines.find(({ path }) => path?.length === 0);
  const key = nameKey(qualifier);
  return outlines.find(({ name, path }) => path !== undefined && path.length > 0 && nameKey(name) === key);
}
