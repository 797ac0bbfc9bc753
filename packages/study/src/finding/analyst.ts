import type { LinkTracer } from "@sequitur/engine";
import { openLoopTracer } from "../feedback/loop-tracer.ts";
import { scoredLinks } from "../feedback/scored-links.ts";
import type { Study } from "../read/study.ts";
import { type ClaimEvidence, claimEvidence, evidenceBasis } from "./claim-evidence.ts";

/** What an analyst must know of a study and its futures. But for the study, which can be read anew, plain data. */
export interface AnalystBasis {
  readonly study: Study;
  readonly seed: number;
  /** Rows of the Saltelli design that the hinges are read from; 0 where there is none. */
  readonly hingeRows: number;
  /** Uncertain inputs of the first examined futures; shape [uncertainty][future]. */
  readonly columns: readonly Float64Array[];
}

/** Some futures in which the links of a model are to be followed. */
export interface FollowTask {
  /** Position among the study's models, its own first. */
  readonly model: number;
  /** Ends of the steps to look at, as positions in the tracer's times. */
  readonly steps: readonly number[];
  readonly seed: number;
  /** Which future of the run each is, and its inputs: uncertainties, then levers. */
  readonly futures: readonly { readonly future: number; readonly inputs: Float64Array }[];
}

/** Shape [future][link][step]. */
export type FollowedLinks = readonly (readonly Float64Array[])[];

/**
 * Works out what of a conclusion takes long: each answer depends on nothing but what is asked and the basis, so it does not matter who
 * gives it, or when.
 */
export interface Analyst {
  /** How many questions it works on at a time. */
  readonly width: number;
  evidence(holds: Uint8Array, margin: Float64Array | undefined): Promise<ClaimEvidence>;
  follow(task: FollowTask): Promise<FollowedLinks>;
  /** No more is asked. */
  close(): void;
}

export type OpenAnalyst = (basis: AnalystBasis) => Analyst;

/** On this thread. */
export const openAnalyst: OpenAnalyst = ({ study, seed, hingeRows, columns }) => {
  const basis = evidenceBasis(study.uncertainties, columns, hingeRows, seed);
  const tracers = new Map<number, Promise<LinkTracer | undefined>>();
  const tracerOf = (model: number) => {
    const known = tracers.get(model) ?? openLoopTracer(study, model);
    tracers.set(model, known);
    return known;
  };
  return {
    width: 1,
    evidence: async (holds, margin) => claimEvidence(basis, holds, margin),
    async follow({ model, steps, seed, futures }) {
      const tracer = await tracerOf(model);
      if (tracer === undefined) throw new Error("Links are followed only in a model that has some.");
      return futures.map(({ future, inputs }) =>
        scoredLinks(tracer.causal, tracer.follow(inputs, steps, { seed, future })),
      );
    },
    close() {},
  };
};
