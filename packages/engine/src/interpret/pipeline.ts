/**
 * A DELAY FIXED under way: what comes out at a moment went in `length` moments before. It counts whole steps, rounded up
 * (a shorter delay than a step is a step: vensim.com/documentation/fn_delay_fixed.html), and moves once a step.
 */
export interface Pipeline {
  readonly initial: number;
  /** Steps from end to end; not finite where nothing ever comes out. */
  readonly length: number;
  readonly waiting: number[];
}

/** In steps: a millionth of one is rounding, not a delay. */
export const pipelineSlack = 1e-6;

/** How many steps a delay takes; NaN for a delay that is NaN. */
export function pipelineLength(delay: number, step: number): number {
  return Math.max(1, Math.ceil(delay / step - pipelineSlack));
}

/** Takes in the value of this moment, and gives out the one of the next. */
export function advance({ initial, length, waiting }: Pipeline, input: number): number {
  waiting.push(input);
  return waiting.length >= length ? waiting.shift()! : initial;
}
