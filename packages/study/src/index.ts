// The face of the package: what stands here is what other packages may use.
export type { Amount, Operand, Test } from "./claim/test.ts";
export type {
  Box,
  ClaimFinding,
  Findings,
  Hinge,
  MeasureFinding,
  PolicyFinding,
  Quantiles,
  Verdict,
} from "./finding/findings.ts";
export { percentText, shareText } from "./finding/share-text.ts";
export { verdictText } from "./finding/verdict-text.ts";
export type {
  Better,
  Claim,
  Evidence,
  Figure,
  Grounds,
  History,
  Lever,
  Measure,
  Policy,
  Side,
  Study,
  StudySource,
  Testing,
  Uncertainty,
} from "./read/study.ts";
export type { Language, Text } from "./read/text.ts";
export { languages, textIn } from "./read/text.ts";
