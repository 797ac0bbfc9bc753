import { type Language, languages } from "@sequitur/study";
import { digestInLink, linkOf, type Place, plainPlace, readLink } from "./link.ts";

/** Where the reader is: what the part of the address after "#" says, and how often it was followed to somewhere else. */
export const route = $state({ ...placed(readLink(location.hash)), arrivals: 0 });

/** The beginning of the digest of the study at hand; none for a model alone. */
let study: string | undefined;

addEventListener("hashchange", () => {
  const before = route.path.join("/");
  Object.assign(route, placed(readLink(location.hash)), { arrivals: route.arrivals + 1 });
  if (route.path.join("/") !== before) scrollTo(0, 0);
});

function placed(place: Place) {
  return { path: place.path, place };
}

/** Every link from now on says which study it is about. */
export function aboutStudy(digest: string): void {
  study = digestInLink(digest);
  if (!isOfAnother()) keep({});
}

/** Whether the link that was opened was made with another study, or another edition of it. */
export function isOfAnother(): boolean {
  return study !== undefined && route.place.study !== undefined && route.place.study !== study;
}

/** Changes what the address says of the view at hand, without a step in the browser's history. */
export function keep(change: Partial<Omit<Place, "path" | "study">>): void {
  const place = { ...route.place, language: languageNow(), ...change, study };
  history.replaceState(history.state, "", linkOf(place));
  route.place = place;
}

/** The language of the address, else the first of the browser's that the page speaks. */
export function languageNow(): Language {
  const asked = route.place.language;
  if (asked !== undefined) return asked;
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
  return wanted.flatMap((tag) => languages.filter((each) => each === tag))[0] ?? "en";
}

/** The address of a view, for a link. */
export function linkTo(...path: readonly string[]): string {
  return linkWith(path, {});
}

/** The same, with something set or chosen there. */
export function linkWith(path: readonly string[], said: Partial<typeof plainPlace>): string {
  return linkOf({ ...plainPlace, ...said, path, study, language: languageNow() });
}

/** The address of what is seen now, in another language. */
export function linkIn(language: Language): string {
  return linkOf({ ...route.place, language, study: study ?? route.place.study });
}
