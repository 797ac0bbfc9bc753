import { engineVersion } from "@sequitur/engine";
import { digestOfJson } from "@sequitur/ensemble";
import { z } from "zod";
import { futuresOf, type PlanOptions } from "../plan/plan-study.ts";
import type { Study } from "../read/study.ts";
import { digestOfFiles } from "./digest.ts";
import { findingsSchema } from "./findings.ts";

const shapeText = JSON.stringify(z.toJSONSchema(findingsSchema));

/** Raised whenever findings come to be reckoned differently from the same runs, so that stored ones are not taken for new. */
const reckoning = 7;

/** What findings are stored under: the same for the same files, futures, seed, engine, way of reckoning and shape of the findings. */
export function findingsKey(study: Study, options: PlanOptions = {}): string {
  const { seed = study.seed, inputs } = options;
  const drawn = { files: digestOfFiles(study), futures: futuresOf(study, options), seed };
  return digestOfJson({ ...drawn, inputs, engine: engineVersion, reckoning, shape: shapeText });
}
