import { z } from "zod";
import { findingsSchema } from "../finding/findings.ts";
import { claimsSchema } from "./claims.ts";
import { sourcesSchema } from "./sources.ts";
import { studySchema } from "./study.ts";

const schemas = {
  study: studySchema,
  claims: claimsSchema,
  sources: sourcesSchema,
  findings: findingsSchema,
};

/** The JSON Schema (draft 2020-12) of each file of a study and of its findings, by name: for editors and for docs. */
export function studySchemas(): Readonly<Record<keyof typeof schemas, object>> {
  const { study, claims, sources, findings } = schemas;
  // "input": what a person writes, before defaults are filled in.
  const written = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" });
  return {
    study: written(study),
    claims: written(claims),
    sources: written(sources),
    findings: z.toJSONSchema(findings),
  };
}
