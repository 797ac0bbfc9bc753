import { z } from "zod";
import { oneOf } from "./one-of.ts";

const period = z.tuple([z.number(), z.number()]).describe("From and to, both included, in the model's time unit.");

export const figureSchema = oneOf({
  at: z.number().describe("The value at a time."),
  mean: period.describe("The mean over a period."),
  minimum: period,
  maximum: period,
  total: period.describe("The integral over a period, in the variable's unit times the unit of time."),
  change: period.describe("The value at the end of a period less the value at its beginning."),
}).describe("One number from a run: exactly one of these.");

export type FigureYaml = z.infer<typeof figureSchema>;
