import type { Dialect } from "@sequitur/model";

/** The shared models that cannot be written in a language, by the reason; all others that open go both ways. */
export const refused: Readonly<Record<Dialect, Readonly<Record<string, readonly string[]>>>> = {
  vensim: {},
  xmile: {},
};
