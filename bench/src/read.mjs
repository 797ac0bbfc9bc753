import { readModel, source } from "@sequitur/model";
import { longModel, narrowModel, wideModel } from "./large-model.mjs";
import { row } from "./samples.mjs";

const rounds = 7;
const [longId, beyondId] = ["long/text-to-model", "wide/text-to-model-beyond-its-text"];

/**
 * From a text to a checked model: one of a megabyte, and what arrays of 100,000 elements cost beyond the few lines that they are written
 * in (the same lines with arrays of ten are taken off).
 */
export const read = {
  ids: [longId, beyondId],
  measure: async (wanted) => [
    ...(wanted(longId)
      ? row(
          longId,
          "ms",
          samples(() => timeOf(longModel())),
        )
      : []),
    ...(wanted(beyondId)
      ? row(
          beyondId,
          "ms",
          samples(() => timeOf(wideModel()) - timeOf(narrowModel())),
        )
      : []),
  ],
};

/** The first is dropped: V8 has seen little of our code by then. */
function samples(measure) {
  return Array.from({ length: rounds + 1 }, measure).slice(1);
}

function timeOf(text) {
  const begun = performance.now();
  const { model } = readModel(source("large.mdl", text));
  if (model === undefined) throw new Error("The model to measure has an error in it.");
  return performance.now() - begun;
}
