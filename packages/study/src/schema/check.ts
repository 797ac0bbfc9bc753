import { z } from "zod";
import { testSchema } from "./test.ts";
import { textSchema } from "./text.ts";

/** What `under` may say in a check, in place of a policy. */
export const everyPolicy = "every-policy";

export const checkSchema = z
  .strictObject({ says: textSchema, test: testSchema })
  .describe(
    "What must hold in every future, whatever is assumed: else the model is wrong there. A test as in claims.yaml; `under: every-policy` asks it of " +
      "each policy in turn.",
  );

export type CheckYaml = z.infer<typeof checkSchema>;
