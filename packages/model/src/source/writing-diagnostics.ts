import { kind } from "./diagnostic.ts";

/** What writing a model in a language can find: where the language cannot say all that the model does. */
export const writingDiagnostics = {
  "not-in-language": kind<{ what: string; language: string }>({
    severity: "error",
    says: ({ what, language }) => `${language} has no way to say ${what}, so the model cannot be written in it.`,
    mend: () => "Write that part of the model with what both languages have.",
  }),
  "lost-in-writing": kind<{ what: string; language: string }>({
    severity: "warning",
    says: ({ what, language }) => `${language} has no place for ${what}: it is not in the file that was written.`,
    mend: () => "A run is the same without it; keep the file that it stands in.",
  }),
  "changed-in-writing": kind<{ what: string; instead: string }>({
    severity: "note",
    says: ({ what, instead }) => `${what} is written as ${instead}.`,
    mend: () => "Nothing need be done: a run gives the same.",
  }),
  "comment-changed": kind<{ name: string }>({
    severity: "note",
    says: ({ name }) =>
      `The comment on "${name}" has signs that would end it in this language; look-alikes stand for them.`,
    mend: () => "Put other signs in their place where that reads badly.",
  }),
};
