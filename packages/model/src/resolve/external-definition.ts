import { externalContent, readExternalCall } from "../data/external-call.ts";
import { externalConstants } from "../data/external-constants.ts";
import { externalSeries } from "../data/external-series.ts";
import type { Definition } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { DefinitionSyntax, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Draft } from "./draft.ts";
import type { Turns } from "./left-hand-side.ts";
import { externalTurns } from "./turn-places.ts";

/** Whether what stands after the equals sign is read from a file. */
export function isExternal(definition: DefinitionSyntax): boolean {
  return (
    "expression" in definition &&
    definition.expression !== undefined &&
    externalContent(definition.expression) !== undefined
  );
}

/** The definition that a GET DIRECT … or GET XLS … gives; undefined, with diagnostics, where the file does not. */
export function externalDefinition(draft: Draft, { scope, at }: Turns, syntax: VariableSyntax): Definition | undefined {
  const { definition, name } = syntax;
  const expression = "expression" in definition ? definition.expression : undefined;
  const call = expression && readExternalCall(expression, draft.texts, draft.found);
  if (call === undefined) return undefined;
  const { tables, found } = draft;
  const turns = externalTurns(draft, scope.variable, syntax, at, scope.loops);
  switch (call.holds) {
    case "constants": {
      const values = externalConstants(call, name, turns, tables, found);
      return values && { kind: "constant", values, settable: definition.kind !== "unchangeable" };
    }
    case "data": {
      const interpolation = definition.kind === "data" ? definition.interpolation : "interpolate";
      const series = externalSeries(call, name, turns, tables, found)?.map((points) => ({
        times: points.map(({ time }) => time),
        values: points.map(({ value }) => value),
        interpolation,
      }));
      return series && { kind: "data", series };
    }
    case "lookups": {
      const made = externalSeries(call, name, turns, tables, found)?.map((points) => ({
        xs: points.map(({ time }) => time),
        ys: points.map(({ value }) => value),
        between: "linear" as const,
        outside: "held" as const,
      }));
      return made && { kind: "lookup", tables: made };
    }
    case "elements":
      found.push(report("external-misplaced", call.span, { name: call.name }));
      return undefined;
  }
}
