import { nameKey } from "../syntax/name-key.ts";

/** Gives out names that nothing in a model has yet. */
export class FreeNames {
  private readonly taken: Set<string>;

  constructor(names: Iterable<string>) {
    this.taken = new Set(Array.from(names, nameKey));
  }

  take(wanted: string): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted} (${count})`;
      if (this.taken.has(nameKey(name))) continue;
      this.taken.add(nameKey(name));
      return name;
    }
  }
}
