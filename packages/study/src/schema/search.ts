import { z } from "zod";
import { idSchema } from "./text.ts";

const amount = z.union([z.number(), z.string().min(1)]);

export const searchSchema = z
  .strictObject({
    goals: z
      .array(
        z.strictObject({
          measure: idSchema.describe("One that has a better side."),
          step: amount.describe("What difference matters, with its unit: of policies nearer than that one is kept."),
        }),
      )
      .min(2)
      .max(4)
      .describe("What the policies sought are to be good at, all at once; none is weighed against another."),
    limits: z
      .array(
        z.strictObject({
          measure: idSchema,
          "worse-by": amount.describe("At most so much worse than under the baseline policy, with its unit."),
        }),
      )
      .default([]),
    levers: z.array(idSchema).min(1).optional().describe("Those that the search may set; all, if left out."),
    "reached-in": z
      .number()
      .gt(0)
      .lt(1)
      .default(0.9)
      .describe("A policy is credited with the gain over the baseline that it reaches in this share of futures."),
  })
  .describe("What `sequitur search` looks for: policies that no other one beats in every goal.");
