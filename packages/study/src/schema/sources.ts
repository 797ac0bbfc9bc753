import { z } from "zod";
import { idSchema, textSchema } from "./text.ts";

const sourceKinds = [
  "peer-reviewed",
  "working-paper",
  "government-statistics",
  "report",
  "think-tank",
  "news",
  "dataset",
  "book",
  "poll",
  "law",
  "model",
  "other",
] as const;

const source = z.strictObject({
  kind: z.enum(sourceKinds),
  title: textSchema,
  by: z.string().min(1),
  year: z.int(),
  where: z.string().min(1).describe("Address, DOI or journal reference."),
  checked: z
    .enum(["search", "memory", "computed"])
    .describe("Seen at an address; not confirmed; or worked out by the study's makers."),
  seen: z.string().min(1).optional().describe("Where it was seen, if elsewhere."),
  note: textSchema.optional(),
});

export const sourcesSchema = z
  .strictObject({ sources: z.record(idSchema, source) })
  .meta({ title: "sources.yaml", description: "What is cited." });

export type SourcesYaml = z.infer<typeof sourcesSchema>;
