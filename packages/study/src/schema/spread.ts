import { z } from "zod";
import { oneOf } from "./one-of.ts";
import { idSchema, textSchema } from "./text.ts";

const range = z.tuple([z.number(), z.number()]);
const rangeWithMode = z.tuple([z.number(), z.number(), z.number()]);
const ends = { low: z.number(), high: z.number() };

const kinds = {
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
  interval: range.describe(
    "[low, high] as a 90 % interval: nine values in ten lie in it. The same as a text such as 5 to 9.",
  ),
  empirical: z.array(z.number()).min(2).describe("As the values that were seen, and evenly between them."),
};

const within = z
  .strictObject({ low: z.number(), high: z.number() })
  .partial()
  .describe("Cuts off what lies outside; what is left keeps its shape.");

/** A range as one says it: two numbers with "to" between them. */
const said = /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s+to\s+([+-]?[\d.]+(?:e[+-]?\d+)?)\s*$/i;

/** The ends of a range such as "5 to 9"; undefined where a text is none. */
export function saidRange(text: string): readonly [low: number, high: number] | undefined {
  const [, low, high] = said.exec(text) ?? [];
  const ends = [Number(low), Number(high)] as const;
  return ends.every(Number.isFinite) ? ends : undefined;
}

export const spreadSchema = z
  .union([
    z
      .string()
      .refine((text) => saidRange(text) !== undefined, 'A range in words is two numbers, such as "5 to 9".')
      .describe("A range as one says it, 5 to 9: a 90 % interval."),
    oneOf(kinds, { within }),
  ])
  .describe("How an uncertain constant is spread over the futures: exactly one of these.");

export type SpreadYaml = z.infer<typeof spreadSchema>;
