import { dominanceAcross, loopDrives, loopScores, relativeScores } from "@sequitur/analysis";
import { operandsOf } from "../claim/proposition.ts";
import type { Operand } from "../claim/test.ts";
import { type FeedbackRuns, type Followed, feedbackRuns, followedOf } from "../feedback/feedback-runs.ts";
import { loopVariables } from "../feedback/loop-variables.ts";
import { measureOf } from "../plan/compile-study.ts";
import type { StudyPlan } from "../plan/plan-study.ts";
import type { Claim } from "../read/study.ts";
import type { Analyst, AnalystBasis } from "./analyst.ts";
import type { Examination } from "./examination.ts";
import type { DriverFinding, FeedbackFinding, RivalFeedback } from "./findings.ts";
import type { Meter } from "./meter.ts";

/** A loop that leads in fewer futures than this is not told. */
const leastLead = 0.05;

/** What drives the measures that claims are about. */
export interface Feedback {
  /** Null where no loop was followed, or models rival. */
  readonly finding: FeedbackFinding | null;
  /** Of each rival model that has loops to follow. */
  readonly rivals: readonly RivalFeedback[];
  readonly driverOf: (claim: Claim) => DriverFinding | null;
  /** Within a rival model. */
  readonly driverWithin: (claim: Claim, rival: string) => DriverFinding | null;
}

interface FollowWith extends Pick<AnalystBasis, "columns"> {
  readonly analyst: Analyst;
  readonly meter: Meter;
}

/** Follows the loops of a study's models in some of the examined futures, under every policy that a claim is about. */
export async function feedbackOf(
  { study, seed }: StudyPlan,
  { rows, splitting }: Examination,
  { columns, analyst, meter }: FollowWith,
): Promise<Feedback> {
  const futuresOf = (isIn: (at: number) => boolean) => {
    const all = Array.from({ length: columns[0]?.length ?? 0 }, (_, at) => at).filter(isIn);
    return all.slice(0, followedOf(all.length)).map((at) => ({
      future: rows[at]!,
      drawn: Float64Array.from(columns, (column) => column[at]!),
    }));
  };
  if (study.rivalModels === undefined) {
    const whole = await feedbackIn({ study, seed, model: 0, futures: futuresOf(() => true) }, analyst);
    meter("loops");
    const driverOf = whole?.driverOf ?? (() => null);
    return { finding: whole?.finding ?? null, rivals: [], driverOf, driverWithin: () => null };
  }
  const { chosenBy } = study.rivalModels;
  const within = new Map<string, ModelFeedback>();
  for (const { id, value } of study.uncertainties[chosenBy]!.rivals) {
    const futures = futuresOf((at) => splitting.get(chosenBy)![at] === value);
    const one = await feedbackIn({ study, seed, model: value, futures }, analyst);
    if (one !== undefined) within.set(id, one);
    meter("loops");
  }
  return {
    finding: null,
    rivals: [...within].map(([rival, { finding }]) => ({ rival, ...finding })),
    driverOf: () => null,
    driverWithin: (claim, rival) => within.get(rival)?.driverOf(claim) ?? null,
  };
}

/** What drives them in one model. */
interface ModelFeedback {
  readonly finding: FeedbackFinding;
  readonly driverOf: (claim: Claim) => DriverFinding | null;
}

async function feedbackIn(followed: Followed, analyst: Analyst): Promise<ModelFeedback | undefined> {
  const { study } = followed;
  const subjects = study.claims.flatMap((claim) => subjectOf(claim) ?? []);
  const policies = study.policies.filter(({ id }) => subjects.some(({ policy }) => policy === id));
  const runs = await feedbackRuns(followed, policies, analyst);
  if (runs === undefined || runs.loops.length === 0) return undefined;
  const told = new ToldLoops(runs);
  const drivers = new Map<string, DriverFinding | null>();
  for (const { id } of policies) {
    const futures = runs.scores.get(id)!.map((scores) => ({
      scores,
      relative: relativeScores(runs.graph, runs.loops, loopScores(runs.loops, scores)),
    }));
    for (const subject of subjects)
      if (subject.policy === id && !drivers.has(keyOf(subject)))
        drivers.set(
          keyOf(subject),
          driverFinding(runs, futures, measureOf(study, subject.measure).variable, subject, told),
        );
  }
  const driverOf = (claim: Claim) => {
    const subject = subjectOf(claim);
    return (subject && drivers.get(keyOf(subject))) ?? null;
  };
  const { futures, times, complete } = runs;
  return { finding: { futures, times, complete, loops: told.loops }, driverOf };
}

/** What a claim is about: the first that its test names. */
function subjectOf({ testing }: Claim): Operand | undefined {
  return testing.kind === "test" ? operandsOf(testing.test)[0] : undefined;
}

const keyOf = ({ policy, measure }: Operand): string => JSON.stringify([policy, measure]);

interface FollowedFuture {
  readonly scores: readonly Float64Array[];
  readonly relative: readonly Float64Array[];
}

function driverFinding(
  { graph, tracer, loops, times }: FeedbackRuns,
  futures: readonly FollowedFuture[],
  variable: string,
  { policy, measure }: Operand,
  told: ToldLoops,
): DriverFinding | null {
  const node = tracer.causal.nodes.findIndex(({ name, kind }) => kind === "element" && name === variable);
  if (node < 0) return null;
  const drivesIn = loopDrives(graph, loops, node);
  const drives = futures.map(({ scores, relative }) => drivesIn(scores, relative));
  const across = dominanceAcross(drives, { from: 0, to: times.length });
  const ranked = across.loops
    .map((one, loop) => ({ loop, ...one }))
    .filter(({ leads }) => leads >= leastLead)
    .sort((a, b) => b.leads - a.leads || b.part - a.part || a.loop - b.loop);
  const quiet = across.leader.filter((loop) => loop < 0).length / futures.length;
  const when = times
    .map((_, t) => leaderAt(across.leadsAt, t))
    .map(({ loop, share }) => ({
      loop: loop < 0 ? null : told.place(loop, drives),
      share,
    }));
  return {
    policy,
    measure,
    loops: ranked.map(({ loop, leads, part }) => ({ loop: told.place(loop, drives), leads, part })),
    quiet,
    when,
  };
}

function leaderAt(leadsAt: readonly Float64Array[], t: number): { readonly loop: number; readonly share: number } {
  return leadsAt.reduce((best, shares, loop) => (shares[t]! > best.share ? { loop, share: shares[t]! } : best), {
    loop: -1,
    share: 0,
  });
}

/** The loops that some finding tells of, numbered as they come. */
class ToldLoops {
  readonly loops: FeedbackFinding["loops"][number][] = [];
  readonly #places = new Map<number, number>();
  readonly #runs: FeedbackRuns;

  constructor(runs: FeedbackRuns) {
    this.#runs = runs;
  }

  /** @param drives  in which the loop acts. Shape [future][loop][step] */
  place(loop: number, drives: readonly (readonly Float64Array[])[]): number {
    const known = this.#places.get(loop);
    if (known !== undefined) return known;
    this.#places.set(loop, this.loops.length);
    const variables = loopVariables(this.#runs.tracer.causal, this.#runs.loops[loop]!);
    this.loops.push({ variables, reinforcing: reinforcing(drives.map((one) => one[loop]!)) });
    return this.loops.length - 1;
  }
}

/** The share of the steps with any effect in which it strengthens what goes round it. */
function reinforcing(parts: readonly Float64Array[]): number {
  let [above, below] = [0, 0];
  for (const part of parts)
    for (const one of part) {
      if (one > 0) above++;
      if (one < 0) below++;
    }
  return above / Math.max(1, above + below);
}
