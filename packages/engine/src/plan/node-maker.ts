import { type PrimitiveName, primitives, type Reduction } from "@sequitur/model";
import { type Pieces, readPieces } from "../lookup/pieces.ts";
import { evaluate } from "../primitive/primitives.ts";
import type { Address, CodeLoop } from "./address.ts";
import { levelOf, type Node, type NodeKind, nodeKey } from "./node.ts";

/** Makes the nodes of one routine: equal ones once, and what is known already as its value. */
export class NodeMaker {
  readonly #known = new Map<string, Node>();
  readonly #tables = new Map<Pieces, Map<Node, Node>>();
  #next = 0;

  number(value: number): Node {
    return this.#make({ kind: "number", value });
  }

  truth(value: boolean): Node {
    return this.#make({ kind: "truth", value });
  }

  load(address: Address, within?: CodeLoop): Node {
    return this.#make({ kind: "load", address, within });
  }

  input(index: number): Node {
    return this.#make({ kind: "input", index });
  }

  primitive(name: PrimitiveName, ...args: readonly Node[]): Node {
    if (!args.every(isKnown)) return this.#simpler(name, args) ?? this.#make({ kind: "primitive", name, args });
    const value = evaluate(
      name,
      args.map((arg) => arg.value),
    );
    return typeof value === "boolean" ? this.truth(value) : this.number(value);
  }

  table(pieces: Pieces, x: Node): Node {
    if (x.kind === "number") return this.number(readPieces(pieces, x.value));
    const readings = this.#tables.get(pieces) ?? new Map<Node, Node>();
    this.#tables.set(pieces, readings);
    const node = readings.get(x) ?? this.#fresh({ kind: "table", pieces, x });
    readings.set(x, node);
    return node;
  }

  chosenTable(entry: Address, open: boolean, x: Node): Node {
    return this.#make({ kind: "chosen-table", entry, open, x });
  }

  reduce(by: Reduction, loops: readonly CodeLoop[], body: Node): Node {
    return this.#make({ kind: "reduce", by, loops, body });
  }

  row(row: Address, place: Node, within?: CodeLoop): Node {
    return this.#make({ kind: "row", row, place, within });
  }

  fold(loop: CodeLoop, start: Node, next: Node): Node {
    return this.#make({ kind: "fold", loop, start, next });
  }

  carried(loop: CodeLoop): Node {
    return this.#make({ kind: "carried", loop });
  }

  /** What is the same to the last bit, but for the bits of a NaN, and takes less. */
  #simpler(name: PrimitiveName, args: readonly Node[]): Node | undefined {
    const [a, b, c] = args as readonly [Node, Node, Node];
    switch (name) {
      case "mul":
        return isNumber(b, 1) ? a : isNumber(a, 1) ? b : undefined;
      case "div":
        return this.#simplerQuotient(a, b);
      case "sub":
        return isNumber(b, 0) ? a : undefined;
      case "add":
        return isNumber(b, -0) ? a : isNumber(a, -0) ? b : undefined;
      case "truthOf":
        return a.kind === "primitive" && a.name === "numberOf" ? a.args[0] : undefined;
      case "not":
        return a.kind === "primitive" && a.name === "not" ? a.args[0] : undefined;
      case "and":
        return a.kind === "truth" ? (a.value ? b : a) : b.kind === "truth" ? (b.value ? a : b) : undefined;
      case "or":
        return a.kind === "truth" ? (a.value ? a : b) : b.kind === "truth" ? (b.value ? b : a) : undefined;
      case "select":
        return a.kind === "truth" ? (a.value ? b : c) : b === c ? b : undefined;
      default:
        return undefined;
    }
  }

  /** Division by a power of two is multiplication by its reciprocal, both being exact up to the one rounding. */
  #simplerQuotient(a: Node, b: Node): Node | undefined {
    if (b.kind !== "number") return undefined;
    if (b.value === 1) return a;
    return isPowerOfTwo(b.value) ? this.primitive("mul", a, this.number(1 / b.value)) : undefined;
  }

  #make(kind: Exclude<NodeKind, { kind: "table" }>): Node {
    const key = nodeKey(kind);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#fresh(kind);
    this.#known.set(key, made);
    return made;
  }

  #fresh(kind: NodeKind): Node {
    const truth = kind.kind === "truth" || (kind.kind === "primitive" && primitives[kind.name][0] === "truth");
    return { ...kind, id: this.#next++, level: levelOf(kind), is: truth ? "truth" : "number" };
  }
}

const isKnown = (node: Node): node is Node & { kind: "number" | "truth" } =>
  node.kind === "number" || node.kind === "truth";

const isNumber = (node: Node, value: number): boolean => node.kind === "number" && Object.is(node.value, value);

/** Whether a number is ±2^k and so is its reciprocal, neither of them subnormal. */
function isPowerOfTwo(value: number): boolean {
  const size = Math.abs(value);
  if (!(size >= 2 ** -1022 && size <= 2 ** 1022)) return false;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, size);
  return (bits.getBigUint64(0) & ((1n << 52n) - 1n)) === 0n;
}
