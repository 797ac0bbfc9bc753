import { withOrigin } from "../diagram/drawing-origin.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { fileStem } from "../source/file-stem.ts";
import type { Source } from "../source/source.ts";
import { span } from "../source/span.ts";
import type { DrawingSyntax, IntegrationMethod, SimulationSyntax, SyntaxTree } from "../syntax/syntax-tree.ts";
import { readEquations } from "./equations.ts";
import { joinLines } from "./joined-text.ts";
import { readOrigin } from "./origin-lines.ts";
import { Scanner } from "./scanner.ts";
import { type Stretch, sectionsOf } from "./section.ts";
import { defaultSettings, readSettings } from "./setting.ts";

/**
 * Reads a Vensim model, all of the language, whatever a later phase makes of it. Goes on at the next equation after a fault, so
 * that one reading reports them all; the work is proportional to the length of the text.
 */
export function readVensim(source: Source): Outcome<SyntaxTree> {
  const diagnostics: Diagnostic[] = [];
  const { equations, sketch, settings, origin } = sectionsOf(source);
  const scanner = new Scanner(joinLines(source, equations), diagnostics);
  const content = readEquations(scanner, diagnostics);
  const { method, unitSynonyms, fileTags } = settings ? readSettings(source, settings, diagnostics) : defaultSettings;
  const tree: SyntaxTree = {
    dialect: "vensim",
    name: fileStem(source.file),
    ...content,
    modules: [],
    simulation: simulationBy(method),
    unitSynonyms,
    fileTags,
    drawing: sketch && drawingOf(source, sketch, origin),
  };
  return { value: tree, diagnostics };
}

/** In Vensim the times are variables of the model. */
function simulationBy(method: IntegrationMethod): SimulationSyntax {
  return {
    initialTime: undefined,
    finalTime: undefined,
    timeStep: undefined,
    saveStep: undefined,
    timeUnits: undefined,
    method,
    span: undefined,
  };
}

function drawingOf(source: Source, { start, end }: Stretch, origin: Stretch): DrawingSyntax {
  const text = source.text.slice(start, end);
  const drawing: DrawingSyntax = { format: "vensim-sketch", text, span: span(source, start, end) };
  const from = readOrigin(source.text.slice(origin.start, origin.end));
  return from === undefined ? drawing : withOrigin(drawing, from.origin, from.mark);
}
