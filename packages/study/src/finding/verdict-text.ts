import type { Language } from "../read/text.ts";
import type { Verdict } from "./findings.ts";

// A share of futures is not a probability, so no word of likelihood stands here.
const words: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  all: { en: "Holds in all of the futures examined", es: "Se cumple en todos los futuros examinados" },
  "nearly-all": {
    en: "Holds in nearly all of the futures examined",
    es: "Se cumple en casi todos los futuros examinados",
  },
  most: { en: "Holds in most of the futures examined", es: "Se cumple en la mayoría de los futuros examinados" },
  "about-half": {
    en: "Holds in about half of the futures examined",
    es: "Se cumple en cerca de la mitad de los futuros examinados",
  },
  few: { en: "Holds in few of the futures examined", es: "Se cumple en pocos de los futuros examinados" },
  "almost-none": {
    en: "Holds in almost none of the futures examined",
    es: "No se cumple en casi ninguno de los futuros examinados",
  },
  none: { en: "Holds in none of the futures examined", es: "No se cumple en ninguno de los futuros examinados" },
  untestable: { en: "Cannot be tested with this model", es: "No puede ponerse a prueba con este modelo" },
  "outside-boundary": { en: "Outside the model's boundary", es: "Queda fuera de los límites del modelo" },
};

/** How a verdict is said, with the same words in the terminal and on the page. */
export function verdictText(verdict: Verdict, language: Language): string {
  return words[verdict][language];
}
