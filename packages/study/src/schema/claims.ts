import { z } from "zod";
import { exactlyOneOf } from "./one-of.ts";
import { testSchema } from "./test.ts";
import { idSchema, sourceIds, textSchema } from "./text.ts";

const evidence = z
  .strictObject({
    amount: z.enum(["none", "limited", "medium", "robust"]),
    agreement: z.enum(["disputed", "mixed", "agreed"]),
    sources: sourceIds.optional(),
    note: textSchema.optional(),
  })
  .describe("What is known beside the model.");

const claim = z
  .strictObject({
    says: textSchema,
    side: z.enum(["for", "against", "describes"]).describe("Which way it speaks on the proposal."),
    who: textSchema.describe("Who makes it."),
    source: idSchema.describe("Id of the source that it stands in."),
    place: z.string().min(1).optional().describe("Where in the source, such as ¶ 7."),
    evidence: evidence.optional(),
    answer: idSchema.optional().describe("Id of the claim that answers this one best."),
    reading: textSchema.optional().describe("The test in words."),
    test: testSchema.optional(),
    untestable: textSchema.optional().describe("Why it cannot be tested with this model."),
    "outside-boundary": textSchema.optional().describe("What of it the model does not hold."),
  })
  .superRefine(exactlyOneOf(["test", "untestable", "outside-boundary"]));

export const claimsSchema = z
  .strictObject({ claims: z.record(idSchema, claim) })
  .meta({ title: "claims.yaml", description: "What is claimed, by whom, where; and the test that would show it." });

export type ClaimsYaml = z.infer<typeof claimsSchema>;
