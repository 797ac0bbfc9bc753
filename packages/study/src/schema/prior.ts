import { z } from "zod";
import { spreadSchema } from "./spread.ts";
import { idSchema } from "./text.ts";

export const priorSchema = z
  .strictObject({
    prior: z.record(idSchema, spreadSchema).describe("Another spread for some of the study's uncertainties."),
  })
  .meta({ title: "prior", description: "What someone else thinks of some uncertainties of a study." });
