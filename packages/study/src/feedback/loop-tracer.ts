import { type LinkTracer, openLinkTracer } from "@sequitur/engine";
import type { Study } from "../read/study.ts";

/**
 * Makes ready to follow the links of one of a study's models, its own at 0, with its uncertainties and levers for inputs. Undefined where a
 * model has nothing to follow, or too much.
 */
export async function openLoopTracer(study: Study, model: number): Promise<LinkTracer | undefined> {
  const inputs = [...study.uncertainties, ...study.levers].map(({ variable }) => variable);
  const { value } = await openLinkTracer(modelsOf(study)[model]!, inputs);
  return value;
}

/** Every model of a study, in the order of the values that choose them. */
export function modelsOf({ model, rivalModels }: Pick<Study, "model" | "rivalModels">): readonly Study["model"][] {
  return [model, ...(rivalModels?.models.map((rival) => rival.model) ?? [])];
}
