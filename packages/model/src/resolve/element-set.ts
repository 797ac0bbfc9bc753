import { nameKey } from "../syntax/name-key.ts";
import { allNames, type NumberedNames, placeOf } from "../syntax/numbered-names.ts";

/** Keys of elements, one after the other; an element may be there more than once. */
export interface ElementKeys {
  readonly size: number;
  readonly keys: readonly string[];
}

/** The elements of a dimension or an axis, each there once. Elements are known by the key of their name. */
export interface ElementSet extends ElementKeys {
  /** As written. */
  readonly names: readonly string[];
  /** 0, 1, 2 …: where the elements stand, for whoever goes through all of them. */
  readonly order: readonly number[];
  placeOf(key: string): number | undefined;
}

export function elementSet(names: readonly string[], keys = names.map(nameKey)): ElementSet {
  const places = new Map(keys.map((key, place) => [key, place]));
  return { size: keys.length, names, keys, order: keys.map((_, place) => place), placeOf: (key) => places.get(key) };
}

/** Some of the elements of a set, in its order. */
export function partOf(whole: ElementSet, some: ReadonlySet<string>): ElementSet {
  const places = whole.order.filter((place) => some.has(whole.keys[place]!));
  return elementSet(
    places.map((place) => whole.names[place]!),
    places.map((place) => whole.keys[place]!),
  );
}

/** A list of one key. */
export function oneKey(key: string): ElementKeys {
  return { size: 1, keys: [key] };
}

/** 0, 1, 2 …; by hand, since `Array.from` takes ten times as long. */
function upTo(size: number): readonly number[] {
  const order: number[] = [];
  for (let place = 0; place < size; place++) order.push(place);
  return order;
}

/** The elements that numbers name: lists of them are made when one is asked for, since most equations over a whole range ask for none. */
export class NumberedElements implements ElementSet {
  readonly #numbered: NumberedNames;
  #names: readonly string[] | undefined;
  #keys: readonly string[] | undefined;
  #order: readonly number[] | undefined;

  constructor(numbered: NumberedNames) {
    this.#numbered = numbered;
  }

  get size(): number {
    return this.#numbered.count;
  }

  get names(): readonly string[] {
    this.#names ??= allNames(this.#numbered);
    return this.#names;
  }

  get keys(): readonly string[] {
    this.#keys ??= this.names.map(nameKey);
    return this.#keys;
  }

  get order(): readonly number[] {
    this.#order ??= upTo(this.size);
    return this.#order;
  }

  placeOf(key: string): number | undefined {
    return placeOf(this.#numbered, key);
  }
}
