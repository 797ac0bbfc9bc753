import { z } from "zod";

/*
 * What a study found: a pure function of its files, its seed, the number of futures and the engine's version. Written as JSON
 * by `sequitur run --json`. One schema gives the type here and the JSON Schema in docs/.
 */

const share = z.number().min(0).max(1);

const quantiles = z
  .strictObject({ p5: z.number(), p25: z.number(), p50: z.number(), p75: z.number(), p95: z.number() })
  .readonly()
  .describe("Quantiles over the examined futures (Hyndman & Fan 1996, type 7).");

const verdict = z
  .enum(["all", "nearly-all", "most", "about-half", "few", "almost-none", "none", "untestable", "outside-boundary"])
  .describe("In how many of the examined futures the claim holds, or why there is no share.");

const sobolIndex = z
  .strictObject({
    value: z.number().nullable().describe("Null where it has not converged: the interval is too wide to say anything."),
    low: z.number(),
    high: z.number(),
  })
  .readonly()
  .describe("A Sobol' index of the claim's margin with its 95 % bootstrap interval.");

const hinge = z
  .strictObject({
    uncertainty: z.string(),
    first: sobolIndex.describe("Share of the margin's variance that this uncertainty explains alone."),
    total: sobolIndex.describe("Share of the margin's variance that it takes part in."),
    named: z.boolean().describe("One of the few that a sentence should name."),
  })
  .readonly();

const box = z
  .strictObject({
    limits: z
      .array(
        z.strictObject({ uncertainty: z.string(), low: z.number().nullable(), high: z.number().nullable() }).readonly(),
      )
      .readonly(),
    coverage: share.describe("Share of all failing futures that lie in the box."),
    density: share.describe("Share of the futures in the box that fail."),
    mass: share.describe("Share of all examined futures that lie in the box."),
  })
  .readonly()
  .describe("Where the claim breaks: limits on a few uncertainties (PRIM).");

const margin = z
  .strictObject({ unit: z.string(), quantiles })
  .readonly()
  .describe("How far the test is passed (above 0) or missed (below 0).");

const shareInterval = z
  .tuple([share, share])
  .readonly()
  .describe("95 % Wilson interval of the share: the doubt that comes from the number of futures alone.");

const driverFinding = z
  .strictObject({
    policy: z.string(),
    measure: z.string(),
    loops: z
      .array(
        z
          .strictObject({
            loop: z.number().describe("Position in `feedback.loops`."),
            leads: share.describe(
              "Share of the futures followed in which it has the greatest part over the whole time.",
            ),
            part: share.describe("Its mean part in what moves the measure."),
          })
          .readonly(),
      )
      .readonly()
      .describe("Those that lead in at least one future in twenty, by falling share."),
    quiet: share.describe("Share of the futures followed in which no loop moves the measure."),
    when: z
      .array(z.strictObject({ loop: z.number().nullable(), share }).readonly())
      .readonly()
      .describe(
        "Which loop leads in most futures, and in what share, at each of `feedback.times`; null where none acts.",
      ),
  })
  .readonly()
  .describe("Which feedback loop drives the measure that the claim is about, under its policy.");

const structureFinding = z
  .strictObject({
    uncertainty: z.string().describe("The constant that switches between rival structures of the model."),
    rivals: z
      .array(
        z
          .strictObject({
            rival: z.string(),
            futures: z.number(),
            verdict,
            share,
            interval: shareInterval,
            driver: driverFinding
              .nullable()
              .describe(
                "Within a rival model, which of its loops drives the measure; positions in its `loops` of `rivalFeedback`.",
              ),
          })
          .readonly(),
      )
      .readonly()
      .describe(
        "The verdict within each structure, over the examined futures that have it; one without any is left out.",
      ),
    decides: z
      .boolean()
      .describe(
        "The claim holds in most futures of one structure (60 % and more) and in few of another (40 % and fewer).",
      ),
  })
  .readonly();

const conflictFinding = z
  .strictObject({
    uncertainty: z.string().describe("The constant on which sources conflict."),
    sides: z
      .array(
        z
          .strictObject({
            side: z.number().describe("Position in the uncertainty's `conflict`."),
            futures: z.number(),
            verdict,
            share,
            interval: shareInterval,
          })
          .readonly(),
      )
      .readonly()
      .describe("The verdict over the examined futures that lie in what each side says; one without any is left out."),
    decides: z
      .boolean()
      .describe("The claim holds in most futures of one side (60 % and more) and in few of another (40 % and fewer)."),
  })
  .readonly();

const courseFinding = z
  .strictObject({
    shares: z
      .array(z.strictObject({ after: z.number(), verdict, share, interval: shareInterval }).readonly())
      .readonly()
      .describe(
        "The test asked at each horizon of the study: figures at a time then, periods since the decision until then.",
      ),
    turns: z
      .boolean()
      .describe("It holds in most futures at one horizon (60 % and more) and in few at another (40 % and fewer)."),
    effect: z
      .strictObject({
        policy: z.string(),
        measure: z.string(),
        at: z
          .array(z.strictObject({ after: z.number(), higher: share, lower: share, change: quantiles }).readonly())
          .readonly()
          .describe(
            "Share of futures in which the policy's figure is above the baseline's, and below it, by 1 % of it at least.",
          ),
        appears: z.number().nullable().describe("The first horizon at which it lies on one side in most futures."),
        reverses: z.number().nullable().describe("The first after that at which it lies on the other side in most."),
      })
      .readonly()
      .nullable()
      .describe(
        "What the measure that the claim is about does under its policy; null where the test names the baseline alone.",
      ),
  })
  .readonly()
  .describe("How the claim fares as time passes.");

const tippingFinding = z
  .strictObject({
    uncertainty: z.string(),
    value: z.number().describe("In the uncertainty's unit."),
    low: z.number(),
    high: z.number(),
    holds: z.enum(["above", "below"]).describe("Where the claim holds in most futures."),
  })
  .readonly()
  .describe(
    "Where along the uncertainty that it hinges on most the share crosses one half, with a 95 % bootstrap interval.",
  );

const informationFinding = z
  .strictObject({
    perfect: share.describe("What knowing every uncertainty would be worth: no one of them can be worth more."),
    ranked: z
      .array(
        z
          .strictObject({
            uncertainty: z.string(),
            value: share,
            low: share,
            high: share,
            told: z.boolean().describe("The 95 % interval lies above 0; below that it may well be worth nothing."),
          })
          .readonly(),
      )
      .readonly()
      .describe("Every uncertainty, by falling value."),
  })
  .readonly()
  .describe(
    "What evidence would settle the claim: in how much greater a share of futures one would be right in saying that it holds, or that " +
      "it does not, if the uncertainty were known (expected value of partial perfect information; Strong & Oakley 2013, Med. Decis. " +
      "Making 33, 755-766).",
  );

const loopsFollowed = {
  futures: z.number().describe("Of the examined futures, the first ones: those that were followed."),
  times: z.array(z.number()).readonly().describe("Ends of the steps that were looked at."),
  complete: z.boolean().describe("Whether all loops of the model took part, or those found strongest."),
  loops: z
    .array(
      z
        .strictObject({
          variables: z
            .array(z.string())
            .min(1)
            .readonly()
            .describe("Each acts on the next, and the last on the first."),
          reinforcing: share.describe(
            "Share of the steps in which it strengthens what goes round it; else it balances.",
          ),
        })
        .readonly(),
    )
    .readonly()
    .describe("Every loop that some claim's `driver` names."),
};

const feedbackFinding = z
  .strictObject(loopsFollowed)
  .readonly()
  .describe(
    "Loops That Matter along runs (Schoenberg, Davidsen & Eberlein 2020, Syst. Dyn. Rev. 36, 158-190; Schoenberg, Hayward & Eberlein " +
      "2023, 39, 140-151).",
  );

const rivalFeedback = z.strictObject({ rival: z.string(), ...loopsFollowed }).readonly();

const claimFinding = z
  .strictObject({
    id: z.string(),
    verdict,
    share: share
      .nullable()
      .describe("Share of the examined futures in which the test holds; null where it is not tested."),
    interval: shareInterval.nullable(),
    structures: z.array(structureFinding).readonly(),
    priors: z
      .array(z.strictObject({ prior: z.string(), share, interval: shareInterval }).readonly())
      .readonly()
      .describe("The share under each prior of study.yaml that is not refused, with its interval."),
    conflicts: z.array(conflictFinding).readonly().describe("One for each uncertainty on which sources conflict."),
    course: courseFinding
      .nullable()
      .describe("Null where the study names fewer than two horizons, or the test cannot be asked at another time."),
    hinges: z
      .array(hinge)
      .readonly()
      .describe("Every uncertainty: converged ones first, then by total index, falling."),
    tipping: tippingFinding.nullable().describe("Null where the share crosses one half nowhere, or not at one place."),
    box: box.nullable(),
    information: informationFinding
      .nullable()
      .describe("Null where the claim holds in all examined futures, or in none."),
    driver: driverFinding.nullable().describe("Null where no loop was followed, or the measure is in no loop's reach."),
    margin: margin.nullable(),
  })
  .readonly();

const policyMeasure = z
  .strictObject({
    measure: z.string(),
    quantiles,
    change: quantiles
      .nullable()
      .describe("Value less the baseline policy's in the same future; null for the baseline."),
    betterShare: share
      .nullable()
      .describe(
        "Share of futures in which the policy beats the baseline; null for the baseline or a measure without a better side.",
      ),
  })
  .readonly();

const horizonFinding = z
  .strictObject({
    after: z.number().describe("Time after the decision, in the model's unit."),
    policies: z
      .array(
        z
          .strictObject({
            id: z.string(),
            measures: z
              .array(
                z
                  .strictObject({
                    measure: z.string(),
                    change: quantiles,
                    betterShare: share.nullable(),
                    relative: z
                      .number()
                      .nullable()
                      .describe("Median change over the baseline's median, as a share; null where that is 0."),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly()
      .describe("Every policy but the baseline."),
  })
  .readonly()
  .describe(
    "Each measure until then (at that time, where its figure is of one time) less the baseline policy's in the same future.",
  );

const metricFinding = z
  .strictObject({
    metric: z.string().describe("A row of the table in McPhail et al. 2018, Earth's Future 6, 169-191."),
    worth: z.array(z.number().nullable()).readonly().describe("One a policy; more is always more robust."),
    best: z.array(z.string()).readonly().describe("The policies with the most."),
  })
  .readonly();

const robustnessFinding = z
  .strictObject({
    policies: z.array(z.string()).readonly(),
    measures: z
      .array(
        z
          .strictObject({
            measure: z.string(),
            metrics: z.array(metricFinding).readonly(),
            agree: z.boolean().describe("All metrics put the same policies first."),
          })
          .readonly(),
      )
      .readonly(),
    regret: z
      .strictObject({
        fromMedian: z.array(z.number().nullable()).readonly().describe("How far a policy strays from its own median."),
        fromBest: z
          .array(z.number().nullable())
          .readonly()
          .describe("What it loses against the best of the same future."),
      })
      .readonly()
      .nullable()
      .describe(
        "Relative deviations over all measures: the largest 90th percentile, one a policy; null where endless " +
          "(Herman et al. 2015, J. Water Resour. Plann. Manage. 141, 04015012).",
      ),
  })
  .readonly();

const historyFinding = z
  .strictObject({
    futures: z.number().describe("Futures held against the past."),
    plausible: z.number().describe("Of these, futures whose past meets every series: the ones examined."),
    cutoff: z.number().describe("In standard deviations of observation and model together (Pukelsheim 1994)."),
    series: z
      .array(
        z
          .strictObject({
            history: z.string(),
            setAside: share.describe("Share of the futures that this series alone would set aside."),
            fit: z
              .strictObject({
                rootMeanSquare: z.number(),
                meanAbsolutePercent: z.number().nullable().describe("As a share; null where an observation is 0."),
                bias: z.number(),
                variation: z.number(),
                covariation: z.number(),
              })
              .readonly()
              .nullable()
              .describe("Error of the middle of the plausible futures, and Theil's proportions of its square."),
          })
          .readonly(),
      )
      .readonly(),
    hindcast: z
      .strictObject({
        until: z.number(),
        plausible: z.number().describe("Futures that meet what was observed until then."),
        series: z
          .array(z.strictObject({ history: z.string(), points: z.number(), covered: z.number() }).readonly())
          .readonly()
          .describe("Later observations, and how many of them the band from the 5th to the 95th percentile covers."),
      })
      .readonly()
      .nullable(),
  })
  .readonly();

const priorFinding = z
  .strictObject({
    id: z.string(),
    effective: z.number().describe("How many futures drawn from it would tell as much (Kong 1992)."),
    covered: z
      .number()
      .describe("An estimate of how much of it lies where futures were drawn; about 1 where all of it does."),
    refused: z
      .enum(["few", "outside", "given"])
      .nullable()
      .describe(
        "Why no share is given under it: fewer than 385 effective futures, a part of it where none was drawn, or futures that were given and " +
          "not drawn; null where shares are given.",
      ),
  })
  .readonly();

const checkFinding = z
  .strictObject({
    id: z.string(),
    futures: z.number().describe("Futures that gave numbers, with a plausible past or not."),
    broken: z.number().describe("Of these, futures in which it does not hold: there the model is wrong."),
    policies: z
      .array(z.strictObject({ policy: z.string(), broken: z.number() }).readonly())
      .readonly()
      .describe("Under which policies it does not, where it is asked of every policy, as reality checks are."),
    examples: z.array(z.number()).readonly().describe("The first ten of those futures, counted from 0."),
  })
  .readonly();

export const findingsSchema = z
  .strictObject({
    digest: z.string().describe("SHA-256 of the canonical JSON of everything else in this object, in hex."),
    study: z
      .strictObject({
        id: z.string(),
        files: z.string().describe("SHA-256 over the study's files, in hex."),
      })
      .readonly(),
    engine: z.string().describe("Version of the engine that ran the futures."),
    seed: z.number(),
    inputs: z
      .string()
      .nullable()
      .describe("SHA-256 of the table of futures that was given in place of the study's own draw, in hex; else null."),
    futures: z.number().describe("Futures run for the shares, each under every policy."),
    failed: z
      .number()
      .describe("Of these, futures in which a run gave a number that is not finite; left out of every share."),
    examined: z.number().describe("Futures that every share is of: finite, and with a plausible past."),
    history: historyFinding
      .nullable()
      .describe("How futures were matched to what was observed; null where nothing is."),
    hingeFutures: z.number().describe("Futures of the separate design that the hinges rest on."),
    priors: z.array(priorFinding).readonly().describe("What the examined futures tell under each prior of study.yaml."),
    checks: z
      .array(checkFinding)
      .readonly()
      .describe("What the study, and then the model by its reality checks, says must hold in every future."),
    feedback: feedbackFinding
      .nullable()
      .describe("Null where the model has no loops, or too many links to follow, or there are rival models."),
    rivalFeedback: z
      .array(rivalFeedback)
      .readonly()
      .describe("The same of each rival model that has loops, over futures that run it; empty where none rival."),
    claims: z.array(claimFinding).readonly(),
    policies: z
      .array(z.strictObject({ id: z.string(), measures: z.array(policyMeasure).readonly() }).readonly())
      .readonly(),
    horizons: z
      .array(horizonFinding)
      .readonly()
      .describe("When effects appear; empty where the study names no horizon."),
    robustness: robustnessFinding,
    measures: z.array(z.strictObject({ id: z.string(), unit: z.string(), baseline: quantiles }).readonly()).readonly(),
  })
  .readonly();

export type Findings = z.infer<typeof findingsSchema>;
export type ClaimFinding = Findings["claims"][number];
export type PolicyFinding = Findings["policies"][number];
export type HorizonFinding = z.infer<typeof horizonFinding>;
export type MeasureFinding = Findings["measures"][number];
export type CheckFinding = z.infer<typeof checkFinding>;
export type DriverFinding = z.infer<typeof driverFinding>;
export type FeedbackFinding = z.infer<typeof feedbackFinding>;
export type RivalFeedback = z.infer<typeof rivalFeedback>;
export type InformationFinding = z.infer<typeof informationFinding>;
export type TippingFinding = z.infer<typeof tippingFinding>;
export type MetricFinding = z.infer<typeof metricFinding>;
export type RobustnessFinding = z.infer<typeof robustnessFinding>;
export type HistoryFinding = z.infer<typeof historyFinding>;
export type Verdict = z.infer<typeof verdict>;
export type ConflictFinding = z.infer<typeof conflictFinding>;
export type CourseFinding = z.infer<typeof courseFinding>;
export type StructureFinding = ClaimFinding["structures"][number];
export type PriorFinding = z.infer<typeof priorFinding>;
export type Hinge = z.infer<typeof hinge>;
export type Box = z.infer<typeof box>;
export type Quantiles = z.infer<typeof quantiles>;
