/**
 * What a study found: a pure function of its files, its seed and the engine's version. Written as JSON by `sequitur run --json`;
 * `digest` is the SHA-256 of the canonical JSON of everything else in it.
 */
export interface Findings {
  readonly digest: string;
  readonly study: { readonly id: string; readonly title: string; readonly files: string };
  readonly engine: string;
  readonly seed: number;
  readonly futures: number;
  /** Futures in which a run gave a number that is not finite; left out of every share. */
  readonly failed: number;
  readonly claims: readonly ClaimFinding[];
  readonly policies: readonly PolicyFinding[];
  readonly measures: readonly MeasureFinding[];
}

export interface ClaimFinding {
  readonly id: string;
  /** `holds in all / nearly all / most / about half / few / none`, or why there is no share. */
  readonly verdict: Verdict;
  /** Share of the examined futures in which the test holds; null where the claim is not tested. */
  readonly share: number | null;
  /** 95 % Wilson interval of the share: the doubt that comes from the number of futures alone. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly hinges: readonly Hinge[];
  readonly box: Box | null;
  /** How far the test is passed or missed (the margin, in the measure's unit or as a fraction), over the futures. */
  readonly margin: Quantiles | null;
}

export type Verdict = "all" | "nearly-all" | "most" | "about-half" | "few" | "none" | "untestable" | "outside-boundary";

/** An uncertainty that a claim turns on: Sobol' indices of its margin, with 95 % bootstrap intervals. */
export interface Hinge {
  readonly uncertainty: string;
  readonly first: number;
  readonly firstInterval: readonly [number, number];
  readonly total: number;
  readonly totalInterval: readonly [number, number];
  /** False where the interval is too wide to say anything: then the index is withheld from sentences. */
  readonly converged: boolean;
}

/** Where the claim fails: limits on a few uncertainties (PRIM), with how much of the failures it holds and how pure it is. */
export interface Box {
  readonly limits: readonly {
    readonly uncertainty: string;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
}

export interface Quantiles {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface PolicyFinding {
  readonly id: string;
  readonly measures: readonly { readonly measure: string; readonly quantiles: Quantiles }[];
}

export interface MeasureFinding {
  readonly id: string;
  readonly unit: string;
  readonly baseline: Quantiles;
}
