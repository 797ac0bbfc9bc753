/** A share as "78 % (77–79)": rounded to what is known, but never to 0 or 100 where it is neither. */
export function shareText(share: number, [low, high]: readonly [number, number]): string {
  return `${percentText(share)} % (${percentText(low)}–${percentText(high)})`;
}

export function percentText(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "<1";
  if (rounded === 100 && share < 1) return ">99";
  return String(rounded);
}
