/** A number as both languages read it back to the same bits: the fewest digits that do (ECMA-262, Number::toString). */
export function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
