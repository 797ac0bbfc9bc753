/** The middle of some samples, and half the distance between their quartiles. */
export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (part) => sorted[Math.round(part * (sorted.length - 1))];
  return { value: at(0.5), spread: (at(0.75) - at(0.25)) / 2 };
}

/** How many per second `work` does, over and over for so long; it says how many it did. */
export function rate(work, milliseconds) {
  const start = performance.now();
  let done = 0;
  let now = start;
  while (now - start < milliseconds) {
    done += work();
    now = performance.now();
  }
  return (done / (now - start)) * 1000;
}

/**
 * Rates of several contestants, measured in turns so that whatever else the machine does hits them alike.
 * @param contestants  by name: each measures itself for so many milliseconds and says its rate; undefined where it cannot be had
 * @returns  by name, a rate a round
 */
export async function inTurns(contestants, { rounds, milliseconds }) {
  const present = Object.entries(contestants).filter(([, measure]) => measure !== undefined);
  const rates = Object.fromEntries(present.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of present) rates[name].push(await measure(milliseconds));
  return rates;
}

/** One rate by another, round by round; undefined where one is missing. */
export function ratios(above, below) {
  return above === undefined || below === undefined ? undefined : above.map((value, i) => value / below[i]);
}

/** A row of samples, or none where there are none. */
export function row(id, unit, samples) {
  return samples === undefined ? [] : [{ id, ...summary(samples), unit }];
}

/** Milliseconds that `work` takes. */
export function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
