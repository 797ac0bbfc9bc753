/** Colours of the page for a canvas, which knows no variables of a style sheet; what reads one is run again when the theme changes. */
export interface Theme {
  colour(name: `--${string}`): string;
}

/** To be called while a component is made. */
export function watchTheme(): Theme {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let changes = $state(0);
  $effect(() => {
    const change = () => {
      changes++;
    };
    dark.addEventListener("change", change);
    return () => dark.removeEventListener("change", change);
  });
  return {
    colour: (name) => {
      // Read for its sake alone: so that whoever draws is told.
      void changes;
      return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    },
  };
}
