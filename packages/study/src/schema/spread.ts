import { z } from "zod";
import { oneOf } from "./one-of.ts";
import { idSchema, textSchema } from "./text.ts";

const range = z.tuple([z.number(), z.number()]);
const rangeWithMode = z.tuple([z.number(), z.number(), z.number()]);
const ends = { low: z.number(), high: z.number() };

export const spreadSchema = oneOf({
  uniform: range.describe("[low, high]"),
  "log-uniform": range.describe("[low, high], both above 0: each factor as likely as the next."),
  triangular: rangeWithMode.describe("[low, mode, high]"),
  pert: rangeWithMode.describe("[low, mode, high]"),
  integer: range.describe("[low, high]: each whole number from low to high as often."),
  normal: z.strictObject({ mean: z.number(), deviation: z.number().positive(), ...ends }),
  lognormal: z.strictObject({ median: z.number().positive(), factor: z.number().gt(1), ...ends }),
  choice: z.array(z.number()).min(2).describe("Each value as often."),
  weighted: z
    .array(z.strictObject({ value: z.number(), weight: z.number().positive() }))
    .min(2)
    .describe("Each value in proportion to its weight."),
  rivals: z
    .record(idSchema, z.strictObject({ value: z.number(), label: textSchema, says: textSchema.optional() }))
    .refine((rivals) => Object.keys(rivals).length >= 2, "Rivals are at least two.")
    .describe("Rival structures: each value switches the model to one, as often. Verdicts are given within each, too."),
}).describe("How an uncertain constant is spread over the futures: exactly one of these.");

export type SpreadYaml = z.infer<typeof spreadSchema>;
