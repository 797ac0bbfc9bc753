import type { Distribution, FigureReduction } from "@sequitur/ensemble";
import type { Model } from "@sequitur/model";
import type { Amount, Test } from "../claim/test.ts";
import type { Text } from "./text.ts";

/** A study as read: shapes, names, units and dates are checked, and the model is at hand. Lists keep the order of the files. */
export interface Study {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly about: Text | undefined;
  /** Every file of the folder, by its path inside it: what digests are made of. */
  readonly files: ReadonlyMap<string, string>;
  readonly modelFile: string;
  readonly model: Model;
  /** Models beside it; which one a future runs, the uncertainty `chosenBy` says. None where the study has one model. */
  readonly rivalModels: RivalModels | undefined;
  /** In the model's time unit: when the policies part, and how long after that each measure is looked at. */
  readonly time: { readonly unit: string; readonly decision: number; readonly horizons: readonly number[] };
  /** Id of the policy that the others are compared with. */
  readonly baseline: string;
  readonly futures: number;
  readonly seed: number;
  readonly levers: readonly Lever[];
  readonly uncertainties: readonly Uncertainty[];
  readonly correlations: readonly Correlation[];
  readonly measures: readonly Measure[];
  readonly policies: readonly Policy[];
  readonly priors: readonly NamedPrior[];
  readonly search: PolicyAims | undefined;
  readonly checks: readonly Check[];
  /** Those of the model itself, and what is run to put them to it. None where models rival. */
  readonly realityChecks: readonly RealityCheck[];
  readonly realityTests: readonly RealityTest[];
  readonly history: readonly History[];
  /**
   * Until when a second matching uses what was observed, to be held against what came after; `variable` is a constant that is set to
   * that time in these runs.
   */
  readonly hindcast: { readonly until: number; readonly variable: string | undefined } | undefined;
  readonly claims: readonly Claim[];
  readonly sources: readonly StudySource[];
}

/** Models that answer to the same names as the study's own, which is chosen by 0, the first of these by 1, and so on. */
export interface RivalModels {
  /** The position of an uncertainty. */
  readonly chosenBy: number;
  readonly models: readonly { readonly file: string; readonly model: Model }[];
}

/** A study without its model and its files: what a page can show before anything is read or run. Plain data. */
export type StudyOutline = Omit<Study, "model" | "rivalModels" | "realityTests" | "files">;

export function outlineOf(study: Study): StudyOutline {
  const { model: _model, rivalModels: _rivals, realityTests: _tests, files: _files, ...outline } = study;
  return outline;
}

/** Where a range comes from: ids of sources, or nothing but judgement. */
export interface Grounds {
  readonly sources: readonly string[];
  readonly assumed: boolean;
  readonly note: Text | undefined;
}

/** A constant that a policy may set. */
export interface Lever extends Grounds {
  readonly id: string;
  /** The model's constant, as the model spells it; `name[element]` for one element. */
  readonly variable: string;
  readonly label: Text;
  readonly says: Text | undefined;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly step: number | undefined;
  /** Its value in the model as written. */
  readonly value: number;
}

/** A constant that differs from future to future. */
export interface Uncertainty extends Grounds {
  readonly id: string;
  readonly variable: string;
  readonly label: Text;
  readonly says: Text | undefined;
  readonly unit: string;
  readonly spread: Distribution;
  /** The ends of its spread. */
  readonly low: number;
  readonly high: number;
  /** Its value in the model as written. */
  readonly value: number;
  /** What sources that conflict on it each say, in its unit; none where they agree. */
  readonly conflict: readonly ConflictSide[];
  /** Where its values switch between structures of the model, or between models: which. Else none. */
  readonly rivals: readonly Rival[];
}

/** The part of an uncertainty's range that some sources speak for. */
export interface ConflictSide {
  readonly sources: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly says: Text;
}

/** Two uncertainties that go together. */
export interface Correlation extends Grounds {
  /** Their ids. */
  readonly between: readonly [string, string];
  /** Spearman's, of their ranks. */
  readonly rank: number;
}

/** One of several structures that a model can have, told apart by the value of one constant. */
export interface Rival {
  readonly id: string;
  readonly value: number;
  readonly label: Text;
  readonly says: Text | undefined;
}

/** One number from a run: a reduction of a series over a period, both ends included; for `at`, `to` equals `from`. */
export interface Figure {
  readonly reduce: FigureReduction;
  readonly from: number;
  readonly to: number;
}

export interface Measure {
  readonly id: string;
  readonly variable: string;
  readonly label: Text;
  readonly says: Text | undefined;
  /** Of the variable. */
  readonly unit: string;
  readonly figure: Figure;
  /** Of the figure: a `total` is in the variable's unit times the unit of time. */
  readonly figureUnit: string;
  readonly better: Better;
  /** The value that is just good enough, in the figure's unit. */
  readonly enough: number | undefined;
}

export type Better = "lower" | "higher" | "neither";

export interface Policy {
  readonly id: string;
  readonly label: Text;
  readonly says: Text | undefined;
  /** Position in the colour-blind-safe set of colours. */
  readonly colour: number;
  readonly set: readonly { readonly lever: string; readonly value: number }[];
}

/** What someone else thinks of some uncertainties. */
export interface NamedPrior extends Grounds {
  readonly id: string;
  readonly label: Text;
  readonly says: Text | undefined;
  /** Of some uncertainties, by their ids. */
  readonly spreads: readonly { readonly uncertainty: string; readonly spread: Distribution }[];
}

/** What a search for policies is to look for. */
export interface PolicyAims {
  /** In which policies are to be good; amounts are differences that matter. */
  readonly goals: readonly SearchAim[];
  /** In which they may be worse than the baseline by no more than the amount. */
  readonly limits: readonly SearchAim[];
  /** Those that may be set. */
  readonly levers: readonly Lever[];
  /** Share of futures in which a policy must reach the gain that it is credited with. */
  readonly reachedIn: number;
}

/** A measure that has a better side, and an amount in its figure's unit, not below 0. */
export interface SearchAim {
  readonly measure: Measure;
  readonly amount: number;
}

/** What was observed of a variable; `times` rise. */
export interface History extends Grounds {
  readonly id: string;
  readonly variable: string;
  readonly label: Text;
  readonly unit: string;
  readonly file: string;
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** How far observation and model may be apart, as standard deviations; undefined where the series judges nothing. */
  readonly deviation: { readonly observed: Amount; readonly model: Amount } | undefined;
}

/** What must hold in every future, whatever is assumed: where it does not the model is wrong. */
export interface Check {
  readonly id: string;
  readonly says: Text;
  /** One, or one for each policy that it is asked of. */
  readonly tests: readonly { readonly policy: string | undefined; readonly test: Test }[];
}

/** A Vensim reality check: its name in the model, and what stands beside it there. */
export interface RealityCheck {
  readonly id: string;
  readonly says: Text;
}

/** A model changed so that some checks can be put to it. */
export interface RealityTest {
  readonly model: Model;
  /** Names of the study's inputs in it. */
  readonly inputs: readonly string[];
  /** The variable that tells of each check: above 0 ever after it did not hold. */
  readonly outcomes: readonly { readonly check: string; readonly variable: string }[];
}

export interface Claim {
  readonly id: string;
  readonly says: Text;
  readonly side: Side;
  /** Who makes it. */
  readonly who: Text;
  /** Id of the source that it stands in, and the place there. */
  readonly source: string;
  readonly place: string | undefined;
  readonly evidence: Evidence | undefined;
  /** Id of the claim that answers this one best. */
  readonly answer: string | undefined;
  /** The test in words. */
  readonly reading: Text | undefined;
  readonly testing: Testing;
}

export type Side = "for" | "against" | "describes";

/** What is known beside the model, in the two scales of the IPCC's guidance note on uncertainties (Mastrandrea et al. 2010). */
export interface Evidence {
  readonly amount: "none" | "limited" | "medium" | "robust";
  readonly agreement: "disputed" | "mixed" | "agreed";
  readonly sources: readonly string[];
  readonly note: Text | undefined;
}

export type Testing =
  | { readonly kind: "test"; readonly test: Test }
  | { readonly kind: "untestable" | "outside-boundary"; readonly reason: Text };

export interface StudySource {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly by: string;
  readonly year: number;
  readonly where: string;
  /** `search`: seen at an address; `memory`: not confirmed; `computed`: worked out by the study's makers. */
  readonly checked: "search" | "memory" | "computed";
  readonly seen: string | undefined;
  readonly note: Text | undefined;
}
