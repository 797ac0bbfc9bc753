import type { Program } from "@sequitur/engine";
import type { Diagram, VariableRole } from "@sequitur/model";
import type { Fault } from "../session/fault.ts";
import type { Control, Series } from "../session/playground.ts";
import type { Trial } from "./trial.ts";

/** What a page knows of a model's file once it is read. Plain data, so that a worker can hand it over. */
export interface OpenedModel {
  readonly file: string;
  /** What was found in the file, errors first. */
  readonly faults: readonly Fault[];
  /** Undefined where an error stands in the way. */
  readonly picture: ModelPicture | undefined;
  /** Takes the controls, gives the series; undefined where the model cannot be run. */
  readonly program: Program | undefined;
  readonly controls: readonly Control[];
  readonly series: readonly Series[];
  readonly trials: readonly Trial[];
}

/** A model as a map: its variables, how it is drawn, and which way causes run. */
export interface ModelPicture {
  /** Sorted by name. */
  readonly variables: readonly PicturedVariable[];
  readonly diagrams: readonly Diagram[];
  /** Whether the drawing is the file's own; else it was laid out. */
  readonly drawn: boolean;
  /** Loops of causes, the shortest first: places of variables, each acting on the next and the last on the first. */
  readonly loops: readonly (readonly number[])[];
  /** Whether these are all. */
  readonly complete: boolean;
}

export interface PicturedVariable {
  readonly key: string;
  readonly name: string;
  readonly role: VariableRole;
  readonly subscripts: string;
  readonly unit: string;
  readonly comment: string;
  readonly group: string | undefined;
  /** Its equations as MathML. */
  readonly equations: readonly string[];
  /** Places of the variables that it depends on, and of those that it acts on. */
  readonly causes: readonly number[];
  readonly effects: readonly number[];
}
