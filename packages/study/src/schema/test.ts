import { z } from "zod";
import { figureSchema } from "./figure.ts";
import { idSchema } from "./text.ts";

const amount = z
  .union([z.number(), z.string().min(1)])
  .describe('A number with its unit, such as "5000 person", or a share such as "10 %".');

const reference = z
  .strictObject({ measure: idSchema.optional(), under: idSchema.optional(), figure: figureSchema.optional() })
  .describe("What is compared with: whatever is left out is as on the left.");

const left = {
  measure: idSchema,
  under: idSchema.describe("Id of a policy."),
  figure: figureSchema.optional().describe("In place of the measure's own."),
};

export const comparisonSchema = z.discriminatedUnion("is", [
  z.strictObject({ ...left, is: z.enum(["lower", "higher"]), than: reference, by: amount.optional() }),
  z.strictObject({ ...left, is: z.literal("within"), of: reference, by: amount }),
  z.strictObject({ ...left, is: z.enum(["above", "below"]), limit: amount }),
]);

export type ComparisonYaml = z.infer<typeof comparisonSchema>;
export type ReferenceYaml = z.infer<typeof reference>;

/** Written out, since a type cannot be inferred from itself. */
export type TestYaml = ComparisonYaml | { all: TestYaml[] } | { any: TestYaml[] } | { not: TestYaml };

export const testSchema: z.ZodType<TestYaml> = z
  .lazy(() =>
    z.union([
      comparisonSchema,
      z.strictObject({ all: z.array(testSchema).min(1) }),
      z.strictObject({ any: z.array(testSchema).min(1) }),
      z.strictObject({ not: testSchema }),
    ]),
  )
  .meta({ id: "test", description: "A proposition that is true or false in each future." });
