import { expect, test } from "vitest";
import { readSyntax } from "../read-syntax.ts";
import { source } from "../source/source.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { flattenModules } from "./flatten-modules.ts";

function namesIn(expr: SyntaxExpr): readonly string[] {
  if (expr.kind === "reference") return [expr.name];
  if (expr.kind === "call") return [expr.name, ...expr.args.flatMap(namesIn)];
  return expr.kind === "binary" ? [...namesIn(expr.left), ...namesIn(expr.right)] : [];
}

test("every variable has its full name, and every use of it too", () => {
  const text = `<xmile><model><variables><module name="hares"><connect to="area" from=".area"/></module>
    <aux name="area"><eqn>TIME + hares.births</eqn></aux><aux name="hidden"><eqn>1</eqn></aux></variables></model>
    <model name="hares"><variables><module name="young"/><aux name="area"/>
      <stock name="hares"><eqn>area</eqn><inflow>births</inflow><outflow>young.deaths</outflow></stock>
      <flow name="births"><eqn>MAX(hares, .area) + TIME + hidden + young.deaths + f(area)</eqn></flow>
      <gf name="f"><xpts>0</xpts><ypts>1</ypts></gf></variables></model>
    <model name="young"><aux name="deaths"><eqn>hares.births</eqn></aux></model></xmile>`;
  const read = readSyntax(source("m.xmile", text));
  expect(read.diagnostics).toEqual([]);
  const { variables, modules } = flattenModules(read.value);
  const shown = variables.map(({ name, definition }) => {
    if (definition.kind === "stock")
      return [name, ...definition.inflows.map((flow) => flow.name), ...namesIn(definition.initial)];
    return [name, ...("expression" in definition && definition.expression ? namesIn(definition.expression) : [])];
  });
  expect(shown).toEqual([
    ["area", "TIME", "hares.births"],
    ["hidden"],
    ["hares.area", "area"],
    ["hares.hares", "hares.births", "hares.area"],
    // The whole model's `hidden` is not seen from inside a module.
    [
      "hares.births",
      "MAX",
      "hares.hares",
      "area",
      "TIME",
      "hares.hidden",
      "hares.young.deaths",
      "hares.f",
      "hares.area",
    ],
    ["hares.f"],
    ["hares.young.deaths", "hares.births"],
  ]);
  expect([modules, variables.every(({ modulePath }) => modulePath.length === 0)]).toEqual([[], true]);
});
