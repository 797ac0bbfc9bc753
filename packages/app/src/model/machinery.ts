const machinery = new Set(["time", "initial time", "final time", "time step", "saveper"]);

/** Whether this is the key of a variable that says how a model is run, not what it is of. */
export function isMachinery(key: string): boolean {
  return machinery.has(key);
}
