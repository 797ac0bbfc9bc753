// The face of the package: what stands here is what other packages may use.
export type { CalibrationOptions } from "./calibration/calibrate-study.ts";
export { calibrateStudy } from "./calibration/calibrate-study.ts";
export type { Calibration, Fit, FittedSeries } from "./calibration/calibration.ts";
export type { Columns, Evaluation, Proposition } from "./claim/proposition.ts";
export { operandsOf, propositionOf } from "./claim/proposition.ts";
export type { Amount, Operand, Test } from "./claim/test.ts";
export { verdictOf } from "./claim/verdict.ts";
export { loopVariables } from "./feedback/loop-variables.ts";
export { foundLoops, scoredLinks, stepsAfter } from "./feedback/scored-links.ts";
export {
  type Analyst,
  type AnalystBasis,
  type FollowedLinks,
  type FollowTask,
  type OpenAnalyst,
  openAnalyst,
} from "./finding/analyst.ts";
export { type BrokenCheck, brokenChecks } from "./finding/check-finding.ts";
export type { ClaimEvidence } from "./finding/claim-evidence.ts";
export { type ConcludeOptions, concludeStudy } from "./finding/conclude.ts";
export { turnsOnSource } from "./finding/conflict-finding.ts";
export { digestOf } from "./finding/digest.ts";
export type { StudyResults } from "./finding/examination.ts";
export { type ExaminedFutures, examineUnder } from "./finding/examined-futures.ts";
export type {
  Box,
  CheckFinding,
  ClaimFinding,
  ConflictFinding,
  CourseFinding,
  DriverFinding,
  FeedbackFinding,
  Findings,
  Hinge,
  HorizonFinding,
  InformationFinding,
  MeasureFinding,
  MetricFinding,
  PolicyFinding,
  PriorFinding,
  Quantiles,
  RobustnessFinding,
  StructureFinding,
  TippingFinding,
  Verdict,
} from "./finding/findings.ts";
export { findingsKey } from "./finding/findings-key.ts";
export type { JudgingProgress } from "./finding/meter.ts";
export { type ClaimOutcomes, type Outcomes, outcomesOf } from "./finding/outcomes.ts";
export type { RunOptions } from "./finding/run-study.ts";
export { runStudy } from "./finding/run-study.ts";
export { percentText, shareText } from "./finding/share-text.ts";
export { isTold } from "./finding/structure-finding.ts";
export { verdictText } from "./finding/verdict-text.ts";
export { type ReadOutcomes, readOutcomes, type WrittenOutcomes, writeOutcomes } from "./finding/written-outcomes.ts";
export type { GivenInputs } from "./plan/given-inputs.ts";
export { givenInputs } from "./plan/given-inputs.ts";
export type { PlannedJob, PlanOptions, StudyPlan } from "./plan/plan-study.ts";
export { planStudy } from "./plan/plan-study.ts";
export type { PlannedFigure } from "./plan/planned-figure.ts";
export { unweighable } from "./prior/prior-fault.ts";
export { type FutureWeights, futureWeights, leastEffective } from "./prior/prior-weights.ts";
export { type Prior, readPrior } from "./prior/read-prior.ts";
export { type ReweightedClaim, type ReweightedStudy, reweighStudy, reweightedClaim } from "./prior/reweigh-study.ts";
export { besideModel, spreadsheetsNamed, valuesEnding } from "./read/beside-model.ts";
export { studyDiagnostics } from "./read/diagnostics.ts";
export { readStudy } from "./read/read-study.ts";
export type {
  Better,
  Check,
  Claim,
  ConflictSide,
  Correlation,
  Evidence,
  Figure,
  Grounds,
  History,
  Lever,
  Measure,
  Policy,
  PolicyAims,
  Rival,
  RivalModels,
  SearchAim,
  Side,
  Study,
  StudyOutline,
  StudySource,
  Testing,
  Uncertainty,
} from "./read/study.ts";
export { outlineOf } from "./read/study.ts";
export type { Language, Text } from "./read/text.ts";
export { languages, textIn } from "./read/text.ts";
export { studySchemas } from "./schema/study-schemas.ts";
export type {
  ChosenPolicy,
  FoundPolicy,
  GoalFinding,
  PolicySearchFinding,
  SearchProgress,
  SearchRun,
} from "./search/policy-search-finding.ts";
export { searchKey } from "./search/search-key.ts";
export type { PolicySearchOptions } from "./search/search-policies.ts";
export { searchPolicies } from "./search/search-policies.ts";
