import { nameKey } from "@sequitur/model";

const controls = new Set(["time", "initial time", "final time", "time step", "saveper"]);

/** The variables that say how a model is run, not what it is of. */
export function isControl(name: string): boolean {
  return controls.has(nameKey(name));
}
