/** The languages that a reader may choose. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** A text for readers: one for all, or one a language. */
export type Text = string | { readonly en: string; readonly es: string };

export function textIn(text: Text, language: Language): string {
  return typeof text === "string" ? text : text[language];
}
