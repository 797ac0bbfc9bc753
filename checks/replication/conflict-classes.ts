/*
 * The network of the published cartel model, as one group a rank and as classes of groups that are as exposed to conflict as each
 * other. Equations: Prieto-Curiel, Campedelli & Hope 2023, Science 381, 1312-1316, from the authors' public code.
 */

export interface Link {
  readonly i: number;
  readonly j: number;
  readonly type: "rival" | "ally";
  readonly weight: number;
}

export const groups = 150;
export const firstMembers = 115_000;

/** Members of each rank at the start: in proportion to 1 / rank; shape [group]. */
export function startingMembers(): readonly number[] {
  const shares = Array.from({ length: groups }, (_, i) => 1 / (i + 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (firstMembers * share) / total);
}

/** S_ij = (rivalry + 1) / (weight of i's alliances + 1), nothing with itself; shape [group][group]. */
export function conflictMatrix(links: readonly Link[]): readonly (readonly number[])[] {
  const rivalry = Array.from({ length: groups }, () => new Array<number>(groups).fill(0));
  const alliances = new Array<number>(groups).fill(0);
  for (const { i, j, type, weight } of links)
    if (type === "rival") {
      rivalry[i - 1]![j - 1] = weight;
      rivalry[j - 1]![i - 1] = weight;
    } else {
      alliances[i - 1]! += weight;
      alliances[j - 1]! += weight;
    }
  return rivalry.map((row, i) => row.map((weight, j) => (i === j ? 0 : (weight + 1) / (alliances[i]! + 1))));
}

export interface ConflictClasses {
  /** shape [class] */
  readonly members: readonly number[];
  /** Sum of the squared shares of a class's groups in it: how far its members crowd in few groups; shape [class]. */
  readonly concentration: readonly number[];
  /** Conflict of a class with another, weighted by its groups' members; shape [class][class]. */
  readonly conflict: readonly (readonly number[])[];
}

/** Classes of as many groups each, by the share that a group loses to conflict and crowding at the start, rising. */
export function conflictClasses(matrix: readonly (readonly number[])[], count: number): ConflictClasses {
  const members = startingMembers();
  const exposure = matrix.map((row, i) => theta * dot(row, members) + omega * members[i]!);
  const order = [...exposure.keys()].sort((a, b) => exposure[a]! - exposure[b]! || a - b);
  const classes = Array.from({ length: count }, (_, k) =>
    order.slice(Math.round((k * groups) / count), Math.round(((k + 1) * groups) / count)),
  );
  const weights = classes.map((own) => {
    const total = own.reduce((sum, i) => sum + members[i]!, 0);
    return own.map((i) => members[i]! / total);
  });
  return {
    members: classes.map((own) => own.reduce((sum, i) => sum + members[i]!, 0)),
    concentration: weights.map((own) => dot(own, own)),
    conflict: classes.map((own, a) =>
      classes.map((other, b) =>
        own.reduce(
          (sum, i, at) =>
            sum +
            weights[a]![at]! *
              dot(
                other.map((j) => matrix[i]![j]!),
                weights[b]!,
              ),
          0,
        ),
      ),
    ),
  };
}

/** Deaths and crowding, a week and a member, from the authors' public code. */
const theta = 1.549231e-8;
const omega = 4e-8;

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
