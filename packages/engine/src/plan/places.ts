import type { Model, VariableId } from "@sequitur/model";
import { sizeOf } from "../element/element.ts";
import { type Space, valueBytes } from "./address.ts";
import { ConstantArea } from "./constant-area.ts";

/** Where the elements of a variable are, one after the other. */
export interface Place {
  readonly space: Space;
  readonly offset: number;
}

/** What lies where. A place is given when it is first asked for. */
export class Places {
  readonly constants = new ConstantArea();
  readonly #model: Model;
  readonly #places = new Map<VariableId, Place>();
  readonly #arrays = new Map<Float64Array, number>();
  readonly #sizes = { shared: 0, frame: 0 };

  constructor(model: Model) {
    this.#model = model;
  }

  /** Bytes given out so far. */
  sizeOf(space: "shared" | "frame"): number {
    return this.#sizes[space];
  }

  /** Room for so many values; the offset of the first. */
  reserve(space: "shared" | "frame", count: number): number {
    const offset = this.#sizes[space];
    this.#sizes[space] += count * valueBytes(space);
    return offset;
  }

  of(id: VariableId, space: "shared" | "frame"): Place {
    return this.#places.get(id) ?? this.put(id, { space, offset: this.reserve(space, this.#sizeOfVariable(id)) });
  }

  put(id: VariableId, place: Place): Place {
    this.#places.set(id, place);
    return place;
  }

  known(id: VariableId): Place | undefined {
    return this.#places.get(id);
  }

  /** The numbers of a whole variable that never change. */
  constantArray(values: Float64Array): Place {
    const offset = this.#arrays.get(values) ?? this.constants.doubles(values);
    this.#arrays.set(values, offset);
    return { space: "constant", offset };
  }

  #sizeOfVariable(id: VariableId): number {
    return sizeOf(this.#model.variables[id]!);
  }
}
