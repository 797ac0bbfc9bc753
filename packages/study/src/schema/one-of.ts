import { z } from "zod";

/** Reports on an object that must hold exactly one of `keys`. The fault goes to the object itself. */
export function exactlyOneOf(keys: readonly string[]) {
  return (value: object, context: z.RefinementCtx): void => {
    const count = keys.filter((key) => Object.hasOwn(value, key)).length;
    if (count !== 1) context.addIssue({ code: "custom", params: { keys, count } });
  };
}

/** An object with exactly one of these keys: `{ mean: [2030, 2036] }`. */
export function oneOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject(shape)
    .partial()
    .superRefine(exactlyOneOf(Object.keys(shape)))
    .meta({ minProperties: 1, maxProperties: 1 });
}
