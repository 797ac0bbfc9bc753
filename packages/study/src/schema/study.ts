import { z } from "zod";
import { checkSchema } from "./check.ts";
import { figureSchema } from "./figure.ts";
import { searchSchema } from "./search.ts";
import { spreadSchema } from "./spread.ts";
import { idSchema, sourceIds, textSchema } from "./text.ts";

const variable = z.string().min(1).describe("A variable of the model; `name[element]` for one element.");
const unit = z.string().min(1).describe("Must be the model's.");

const named = { label: textSchema, says: textSchema.optional().describe("What it is or does, in a sentence.") };

const grounds = {
  sources: sourceIds.optional(),
  assumed: z.literal(true).optional().describe("Where the range is a judgement."),
  note: textSchema.optional(),
};

const lever = z.strictObject({
  variable,
  ...named,
  unit,
  low: z.number(),
  high: z.number(),
  step: z.number().positive().optional(),
  ...grounds,
});

const table = z
  .union([
    z.literal("factor").describe("All its y-values times a number, 1 as written; in dmnl."),
    z
      .strictObject({ towards: z.string().min(1) })
      .describe("Between it, at 0, and another lookup of the model, at 1; in dmnl."),
    z.strictObject({ at: z.number() }).describe("The y-value of its point at this x, in the table's unit."),
  ])
  .describe("What of a table differs, where `variable` is a lookup or a variable whose equation is one.");

const uncertainty = z.strictObject({
  variable,
  table: table.optional(),
  ...named,
  unit,
  spread: spreadSchema,
  conflict: z
    .array(
      z.strictObject({
        sources: sourceIds,
        low: z.number().optional().describe("From where on; the low end of the spread, if left out."),
        high: z.number().optional().describe("Until where; the high end of the spread, if left out."),
        says: textSchema.describe("What they say."),
      }),
    )
    .min(2)
    .optional()
    .describe(
      "Sources that give figures which conflict: each with the part of the spread that it speaks for. Every verdict is then given within " +
        "each part.",
    ),
  ...grounds,
});

const correlation = z
  .strictObject({
    between: z.tuple([z.string(), z.string()]).describe("Ids of two uncertainties."),
    rank: z.number().gt(-1).lt(1).describe("Spearman's rank correlation."),
    ...grounds,
  })
  .describe("Two uncertainties that go together: by a Gaussian copula, each keeping its own spread.");

const rivalModel = z.strictObject({
  file: z.string().min(1).describe("The model's file, inside the study; one of them is that of `model`."),
  ...named,
  lacks: z.array(idSchema).default([]).describe("Uncertainties whose constant this model does not have."),
});

const rivalModels = z
  .strictObject({
    id: idSchema.describe("What the uncertainty that chooses a model is called."),
    ...named,
    rivals: z
      .record(idSchema, rivalModel)
      .refine((rivals) => Object.keys(rivals).length >= 2, "Rivals are at least two."),
    ...grounds,
  })
  .describe(
    "Several models of the same matter, each with every constant and variable that the study names: which of them a future runs is " +
      "one more uncertainty, each as often. Verdicts are given within each, too.",
  );

const measure = z.strictObject({
  variable,
  ...named,
  unit,
  figure: figureSchema,
  better: z.enum(["lower", "higher", "neither"]),
  enough: z
    .number()
    .optional()
    .describe("The value that is just good enough, in the figure's unit (Starr's domain criterion)."),
});

const policy = z.strictObject({
  ...named,
  colour: z.int().min(0).max(11).describe("Position in the colour-blind-safe set."),
  set: z.record(idSchema, z.number()).describe("Lever: value. Levers not named stay as in the model."),
});

const spreadOf = z
  .union([z.number(), z.string().min(1)])
  .describe("One standard deviation: a share of what was observed (`5 %`), or an amount with its unit.");

const prior = z
  .strictObject({
    ...named,
    spreads: z
      .record(idSchema, spreadSchema)
      .refine((spreads) => Object.keys(spreads).length >= 1, "A prior names at least one uncertainty.")
      .describe("Uncertainty: what it is thought to be. Those not named are as the study has them."),
    ...grounds,
  })
  .describe(
    "What someone else thinks of some uncertainties. The study's own futures are weighed by it, and every claim's share is given under it too, " +
      "where enough futures carry the weight.",
  );

const history = z.strictObject({
  variable,
  label: textSchema,
  unit,
  file: z.string().min(1).describe("A CSV file of the study with the columns time and value."),
  deviation: z
    .strictObject({ observed: spreadOf, model: spreadOf })
    .optional()
    .describe(
      "How far observation and model may be apart: by errors of observing, and by what the model leaves out. Futures whose past is " +
        "further off than three of both together are set aside. Left out: the series is shown and judges nothing.",
    ),
  ...grounds,
});

export const studySchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    question: textSchema,
    about: textSchema.optional(),
    model: z.string().min(1).describe("The model's file, inside the study."),
    models: rivalModels.optional(),
    time: z.strictObject({
      unit: z.string().min(1).describe("The model's unit of time."),
      decision: z.number().describe("When the policies part."),
      horizons: z
        .array(z.number().positive())
        .max(8)
        .default([])
        .describe("Times after the decision at which every measure is compared with the baseline policy."),
    }),
    baseline: idSchema.describe("The policy that the others are compared with."),
    futures: z.int().min(2).max(10_000_000).default(16_384),
    seed: z.int().min(0).max(4_294_967_295).default(1),
    levers: z.record(idSchema, lever),
    uncertainties: z.record(idSchema, uncertainty),
    correlations: z.array(correlation).default([]),
    measures: z.record(idSchema, measure),
    policies: z.record(idSchema, policy),
    priors: z.record(idSchema, prior).default({}),
    search: searchSchema.optional(),
    checks: z.record(idSchema, checkSchema).default({}),
    history: z.record(idSchema, history).default({}),
    hindcast: z
      .strictObject({
        until: z.number(),
        variable: variable
          .optional()
          .describe(
            "A constant of the model that is set to `until` in these runs: when its tables stop describing the past.",
          ),
      })
      .optional()
      .describe("Futures are also matched to what was observed until a time, and held against what came after."),
  })
  .meta({ title: "study.yaml", description: "Question, model, time, levers, uncertainties, measures, policies." });

export type StudyYaml = z.infer<typeof studySchema>;
