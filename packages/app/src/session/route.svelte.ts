/** Where the reader is: the part of the address after "#", such as `/claim/strikes-shrink-cartels`. */
export const route = $state({ path: pathNow() });

function pathNow(): readonly string[] {
  return location.hash.replace(/^#\/?/, "").split("?")[0]!.split("/").filter(Boolean).map(decodeURIComponent);
}

addEventListener("hashchange", () => {
  route.path = pathNow();
  scrollTo(0, 0);
});

/** The address of a view, for a link. */
export function linkTo(...path: readonly string[]): string {
  return `#/${path.map(encodeURIComponent).join("/")}`;
}
