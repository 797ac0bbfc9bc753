// The face of the package: what stands here is what other packages may use.

export type { Builtin, PureBuiltin } from "./builtin/builtin.ts";
export { type Refused, refusals } from "./builtin/refusals.ts";
export { arityOf, builtins, functionNames, isPure } from "./builtin/register.ts";
export type { ClockReading, NoiseReading, PrimitiveName, Term, TermKind } from "./builtin/term.ts";
export { primitives } from "./builtin/term.ts";
export { columnKey } from "./data/column-key.ts";
export { contentOfText, contentText } from "./data/content-text.ts";
export { type DataPoint, type DataSet, type NamedSeries, readDataSet } from "./data/data-set.ts";
export { type Beside, type FileContent, nothingBeside } from "./data/file-content.ts";
export { readFileContent } from "./data/read-file.ts";
export { otherFormats } from "./data/table-reader.ts";
export { type Wants, wantsOf } from "./data/wants.ts";
export type { Diagram, DiagramEdge, DiagramNode, DiagramNodeKind, Point } from "./diagram/diagram.ts";
export { drawnDiagrams } from "./diagram/drawing-in.ts";
export { groupsOf, laidOutByGroup } from "./diagram/group-layout.ts";
export { laidOut } from "./diagram/layout.ts";
export type { Structure } from "./diagram/structure.ts";
export { effectsIn, structureOf } from "./diagram/structure.ts";
export { readVensimSketch } from "./diagram/vensim-sketch.ts";
export { equationMathml } from "./document/equation-mathml.ts";
export { html } from "./document/html.ts";
export type {
  Axis,
  DataSeries,
  Definition,
  Dimension,
  DimensionId,
  Equation,
  EquationId,
  Evaluation,
  Expr,
  Index,
  LookupReading,
  LookupTable,
  Loop,
  Model,
  ModelOutcome,
  Reduction,
  Simulation,
  Variable,
  VariableId,
  VariableRole,
} from "./model.ts";
export { checkModel, readModel } from "./read-model.ts";
export { readSyntax } from "./read-syntax.ts";
export { passiveTest, type RealityTest, type RealityTests, realityTests } from "./reality/reality-tests.ts";
export { expressionsOf } from "./resolve/references.ts";
export { codeFrame } from "./source/code-frame.ts";
export { decode } from "./source/decode.ts";
export type { Diagnostic, DiagnosticKind, DiagnosticTable, Facts, Outcome, Severity } from "./source/diagnostic.ts";
export { explain, kind, reporter } from "./source/diagnostic.ts";
export { modelDiagnostics } from "./source/diagnostics.ts";
export type { Source } from "./source/source.ts";
export { source } from "./source/source.ts";
export type { Span } from "./source/span.ts";
export { placeOf, span } from "./source/span.ts";
export { nameKey } from "./syntax/name-key.ts";
export { nearestName } from "./syntax/nearest-name.ts";
export type { Dialect, IntegrationMethod, SyntaxExpr, SyntaxTree, VariableSyntax } from "./syntax/syntax-tree.ts";
export { combine, isDimensionless, sameUnit, unitText } from "./units/algebra.ts";
export { readUnit } from "./units/read-unit.ts";
export type { Unit } from "./units/unit.ts";
export { type TableChange, type TableFault, type TableVariation, withVariedTable } from "./varied-table.ts";
export { readVensim } from "./vensim/read-vensim.ts";
export { writeModel } from "./write-model.ts";
