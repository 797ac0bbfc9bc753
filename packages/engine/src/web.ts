// What a plain web page needs, from the text of a model to its numbers. Built into one file without imports: dist/web/sequitur.js.
export { readModel, type Source, source } from "@sequitur/model";
export {
  type CompileOutcome,
  type CompileRequest,
  compile,
  type InterpretRequest,
  instantiate,
  instantiateNow,
  interpret,
  type Layout,
  type Machine,
  type Program,
  type Trajectory,
} from "./index.ts";
