/**
 * A DELAY FIXED under way: what comes out at a moment went in `length` moments before. It counts whole steps, as many as come
 * nearest (a shorter delay than a step is a step: vensim.com/documentation/fn_delay_fixed.html), and moves once a step. That it
 * is the nearest is no page's: a run of Vensim takes 2.12378 steps as 2 (SDXorg/test-models, tests/delay_pipeline), and PySD, which
 * is held to such runs, takes 2.5 as 3.
 */
export interface Pipeline {
  readonly initial: number;
  /** Steps from end to end; not finite where nothing ever comes out. */
  readonly length: number;
  readonly waiting: number[];
}

/** In steps: half a one is rounded up, and a millionth less is a half too. */
export const pipelineHalf = 0.5 + 1e-6;

/** How many steps a delay takes; NaN for a delay that is NaN. */
export function pipelineLength(delay: number, step: number): number {
  return Math.max(1, Math.floor(delay / step + pipelineHalf));
}

/** Takes in the value of this moment, and gives out the one of the next. */
export function advance({ initial, length, waiting }: Pipeline, input: number): number {
  waiting.push(input);
  return waiting.length >= length ? waiting.shift()! : initial;
}
