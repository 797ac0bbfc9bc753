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
