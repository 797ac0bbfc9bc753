import { shareOf } from "@sequitur/analysis";
import { movedTest } from "../claim/moved-test.ts";
import { operandsOf, propositionOf } from "../claim/proposition.ts";
import type { Operand, Test } from "../claim/test.ts";
import { verdictOf } from "../claim/verdict.ts";
import type { Study } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { CourseFinding } from "./findings.ts";
import { quantilesOver } from "./quantiles-over.ts";

/** A difference from the baseline that is less than this part of it is no effect. */
const leastEffect = 0.01;
/** An effect has appeared, or turned round, where it lies on one side in most futures. */
const most = 0.6;

/**
 * How a claim fares as time passes: its test asked at each horizon of the study, and on which side of the baseline the measure that it is
 * about lies then. Undefined where the study names no horizon, or the test cannot be asked at another time.
 */
export async function courseFinding(examination: Examination, test: Test): Promise<CourseFinding | null> {
  const { study } = examination;
  const moved = study.time.horizons.flatMap((after) => {
    const then = movedTest(test, study.time, after);
    return then === undefined ? [] : [{ after, test: then }];
  });
  if (moved.length < 2) return null;
  const shares: CourseFinding["shares"][number][] = [];
  for (const { after, test: then } of moved) shares.push({ after, ...(await shareThen(examination, then)) });
  const holding = shares.map(({ share }) => share);
  return {
    shares,
    turns: Math.max(...holding) >= most && Math.min(...holding) <= 1 - most,
    effect: await effectOf(examination, moved),
  };
}

async function shareThen(examination: Examination, test: Test) {
  const columns = await examination.examined(operandsOf(test));
  const { holds } = propositionOf(test, columns).evaluate(columns);
  const holding = holds.reduce((sum, one) => sum + one, 0);
  const { share, low, high } = shareOf(holding, holds.length);
  return { verdict: verdictOf(holding, holds.length), share, interval: [low, high] as const };
}

interface Moved {
  readonly after: number;
  readonly test: Test;
}

type Effect = NonNullable<CourseFinding["effect"]>;

async function effectOf(examination: Examination, moved: readonly Moved[]): Promise<Effect | null> {
  const { study } = examination;
  const about = moved.flatMap(({ after, test }) => {
    const operand = ledBy(study, test);
    return operand === undefined ? [] : [{ after, operand }];
  });
  const [first] = about;
  if (first === undefined) return null;
  const at: Effect["at"][number][] = [];
  for (const { after, operand } of about) at.push({ after, ...(await sidesOf(examination, operand)) });
  const { policy, measure } = first.operand;
  return { policy, measure, at, ...turning(at) };
}

/** What a test is about: the first figure that it names of a policy other than the baseline. */
function ledBy({ baseline }: Study, test: Test): Operand | undefined {
  return operandsOf(test).find(({ policy }) => policy !== baseline);
}

/** In what share of futures the policy's figure lies above the baseline's, in what share below, and the middle difference. */
async function sidesOf({ study, examined }: Examination, operand: Operand) {
  const baseline = { ...operand, policy: study.baseline };
  const columns = await examined([operand, baseline]);
  const [own, still] = [columns(operand), columns(baseline)];
  let [higher, lower] = [0, 0];
  const change = own.map((value, i) => value - still[i]!);
  for (const [i, difference] of change.entries()) {
    if (Math.abs(difference) <= leastEffect * Math.abs(still[i]!)) continue;
    if (difference > 0) higher++;
    else lower++;
  }
  return { higher: higher / own.length, lower: lower / own.length, change: quantilesOver(change) };
}

/** When an effect first shows, and when it first shows the other way round. */
function turning(at: Effect["at"]): Pick<Effect, "appears" | "reverses"> {
  const appears = at.find(({ higher, lower }) => Math.max(higher, lower) >= most);
  if (appears === undefined) return { appears: null, reverses: null };
  const opposite = appears.higher >= most ? "lower" : "higher";
  const reverses = at.find((one) => one.after > appears.after && one[opposite] >= most);
  return { appears: appears.after, reverses: reverses?.after ?? null };
}
