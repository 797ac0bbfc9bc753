import type { Unit } from "./unit.ts";

/** The product of two units, each to a power: `combine(a, 1, b, -1)` is a / b. */
export function combine(a: Unit, powerOfA: number, b: Unit, powerOfB: number): Unit {
  const powers = new Map<string, number>();
  for (const [name, power] of a.powers) powers.set(name, power * powerOfA);
  for (const [name, power] of b.powers) powers.set(name, (powers.get(name) ?? 0) + power * powerOfB);
  for (const [name, power] of powers) if (power === 0) powers.delete(name);
  return { powers };
}

/** A unit to a power; a root is a power of one half. */
export function raise(unit: Unit, power: number): Unit {
  return power === 0
    ? { powers: new Map() }
    : { powers: new Map([...unit.powers].map(([name, p]) => [name, p * power])) };
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.powers.size === b.powers.size && [...a.powers].every(([name, power]) => b.powers.get(name) === power);
}

export function isDimensionless(unit: Unit): boolean {
  return unit.powers.size === 0;
}

/** As a person writes it: `person/(Month*km^2)`; `1/Month`; `Dmnl`. */
export function unitText(unit: Unit): string {
  const above = factors(unit, 1);
  const below = factors(unit, -1);
  if (above.length === 0 && below.length === 0) return "Dmnl";
  const top = above.length === 0 ? "1" : above.join("*");
  if (below.length === 0) return top;
  return below.length === 1 ? `${top}/${below[0]}` : `${top}/(${below.join("*")})`;
}

function factors(unit: Unit, sign: 1 | -1): readonly string[] {
  return [...unit.powers]
    .filter(([, power]) => power * sign > 0)
    .map(([name, power]) => (Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}`));
}
