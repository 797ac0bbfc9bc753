import { z } from "zod";

/** Reports on an object that must hold exactly one of `keys`. The fault goes to the object itself. */
export function exactlyOneOf(keys: readonly string[]) {
  return (value: object, context: z.RefinementCtx): void => {
    const count = keys.filter((key) => Object.hasOwn(value, key)).length;
    if (count !== 1) context.addIssue({ code: "custom", params: { keys, count } });
  };
}

/** An object with exactly one of these keys: `{ mean: [2030, 2036] }`. Those of `beside` may stand there as well. */
export function oneOf<Shape extends z.ZodRawShape, Beside extends z.ZodRawShape = Record<never, never>>(
  shape: Shape,
  beside: Beside = {} as Beside,
) {
  return z
    .strictObject({ ...shape, ...beside })
    .partial()
    .superRefine(exactlyOneOf(Object.keys(shape)))
    .meta({ minProperties: 1, maxProperties: 1 + Object.keys(beside).length });
}
