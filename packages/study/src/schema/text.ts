import { z } from "zod";

const words = z.string().min(1);

export const textSchema = z
  .union([words, z.strictObject({ en: words, es: words })])
  .describe("A text for readers: one for all, or one a language.");

export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .describe("An id: small letters, digits and hyphens, a letter first.");

export const sourceIds = z.array(idSchema).min(1).describe("Ids of sources.yaml.");
