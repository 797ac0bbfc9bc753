import type { Language } from "@sequitur/study";

/** What a count is called: English and Spanish tell one from more; `many` is Spanish for whole millions, said like any other. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

const rules = { en: new Intl.PluralRules("en"), es: new Intl.PluralRules("es") } as const;

/** The form that goes with a number, the number in the place of `#`. */
export function counted(language: Language, count: number, { one, other }: Forms): string {
  const form = rules[language].select(count) === "one" ? one : other;
  return form.replace("#", wholes[language].format(count));
}

// Numbers in Spanish are written as in Latin America, where most of the readers are: 1,234.5.
const wholes = { en: new Intl.NumberFormat("en"), es: new Intl.NumberFormat("es-419") } as const;
