import { type Address, addressKey } from "../plan/address.ts";
import type { Plan } from "../plan/plan.ts";
import { type Range, rangeOf } from "../plan/range.ts";
import { nodesOf, type Statement } from "../plan/statement.ts";

// There are 16 vector registers. Of more values that stay from moment to moment most would be in memory all the same.
const mostRegisters = 12;

/**
 * The places in memory that locals can stand for while a function goes from moment to moment: what the clock says, and the scalars
 * that are written, where nothing reaches them by an address that moves. No more than a processor can keep.
 */
export function registerPlaces(plan: Plan, statements: readonly Statement[]): readonly Address[] {
  const { time, stepTime, moment, step = time } = plan.clock;
  const clock = [time, stepTime, moment, step].map((offset): Address => ({ space: "shared", offset, steps: [] }));
  const unclear = [...movingIn(statements), ...movedByDriver(plan)];
  const isClear = (address: Address) => {
    const { space, from: at } = rangeOf(address);
    return !unclear.some((range) => range.space === space && range.from <= at && at <= range.to);
  };
  const written = storesIn(statements).filter(({ steps }) => steps.length === 0);
  const stay = unique(written.filter(isClear));
  return [...unique(clock.filter(isClear)), ...(stay.length > mostRegisters ? [] : stay)];
}

const unique = (addresses: readonly Address[]): readonly Address[] => [
  ...new Map(addresses.map((address) => [addressKey(address), address])).values(),
];

/** All that is read or written by an address that moves. */
function movingIn(statements: readonly Statement[]): readonly Range[] {
  const read = [...nodesOf(statements)].flatMap((node): readonly Range[] => {
    if (node.kind === "row") return [{ space: node.row.space, from: 0, to: Number.POSITIVE_INFINITY }];
    return node.kind === "load" && node.address.steps.length > 0 ? [rangeOf(node.address)] : [];
  });
  const written = storesIn(statements).filter(({ steps }) => steps.length > 0);
  return [...read, ...written.map(rangeOf)];
}

/** Stocks that are moved on in memory, and their rates. */
function movedByDriver({ shared, frame }: Plan): readonly Range[] {
  return (
    [
      ["shared", shared.stocks],
      ["frame", frame.stocks],
    ] as const
  ).flatMap(([space, { count, stock, rate }]) =>
    count === 0 ? [] : [stock, rate].map((from) => ({ space, from, to: from + (count - 1) * 16 })),
  );
}

function storesIn(statements: readonly Statement[]): readonly Address[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "loop") return storesIn(statement.body);
    return statement.kind === "store" ? [statement.address] : [];
  });
}
