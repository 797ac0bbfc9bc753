import { type Box, chooseBox, type InputTable, inputTable, primTrajectory, quasiPValues } from "@sequitur/analysis";

/** A box on the way, and how likely each of its limits is no more than chance. */
export interface PeelStep extends Box {
  /** Quasi-p-values, one a limit. */
  readonly chances: readonly number[];
}

/** Every box of a search, and the one that a finding would tell of. */
export interface Peeling {
  readonly steps: readonly PeelStep[];
  readonly told: PeelStep | undefined;
}

/** What is asked of a peeler: first the futures, then which of them are of interest. */
export type PeelOrder =
  | { readonly kind: "futures"; readonly inputs: readonly Float64Array[] }
  | { readonly kind: "interest"; readonly interest: Uint8Array };

/** Answers each order in turn; futures are put in order once for all questions about them. */
export function openPeeler(): (order: PeelOrder) => Peeling | undefined {
  let table: InputTable | undefined;
  return (order) => {
    switch (order.kind) {
      case "futures":
        table = inputTable(order.inputs);
        return undefined;
      case "interest":
        return table && peelingOf(table, order.interest);
    }
  };
}

/** The search behind the box of a finding, step by step: the same options, so the same boxes. */
export function peelingOf(table: InputTable, interest: Uint8Array): Peeling {
  const futures = { table, interest };
  const boxes = primTrajectory(futures);
  const step = (box: Box): PeelStep => ({ ...box, chances: quasiPValues(futures, box) });
  const told = chooseBox(futures, boxes);
  return { steps: boxes.map(step), told: told && step(told) };
}
