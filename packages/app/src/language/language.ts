import { type Language, type Text, textIn } from "@sequitur/study";
import { en, type Words } from "./en.ts";

// What the page speaks now. The app draws everything anew when it changes, so nothing has to watch it.
const spoken: { language: Language; words: Words } = { language: "en", words: en };

// English comes with the page, the others when they are chosen.
const catalogues: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => en,
  es: async () => (await import("./es.ts")).es,
};

/** What each language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = { en: "English", es: "Español" };

export async function speak(language: Language): Promise<void> {
  spoken.words = await catalogues[language]();
  spoken.language = language;
  document.documentElement.lang = language;
}

/** The page's words in the reader's language. */
export function words(): Words {
  return spoken.words;
}

export function language(): Language {
  return spoken.language;
}

/** A study's text in the reader's language. */
export function said(text: Text): string {
  return textIn(text, spoken.language);
}

/** Whether a text is there only in English, and has to be marked so. */
export function isForeign(text: Text): boolean {
  return typeof text === "string" && spoken.language !== "en";
}

/** A label inside a sentence: its first letter small, unless it begins an abbreviation or a sign. */
export function midSentence(label: string): string {
  return /^\p{Lu}[\p{Lu}\p{N}.]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
