import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import { reductions } from "../interpret/evaluate.ts";
import { isKernel, type KernelName } from "../kernel/kernels.ts";
import type { Address, CodeLoop } from "../plan/address.ts";
import { tableRecord } from "../plan/constant-area.ts";
import { argsOf, type Node } from "../plan/node.ts";
import { rootsOf, type Statement } from "../plan/statement.ts";
import type { LaneOperand } from "../primitive/primitive.ts";
import { writeLanes } from "../primitive/primitives.ts";
import type { KernelNode } from "./kernel-groups.ts";
import { writeTogether } from "./kernels-together.ts";
import { type LoopWork, writeLoops } from "./loop-code.ts";
import type { CodeBase, ModuleParts } from "./module-parts.ts";
import { PlaceWriter } from "./place-writer.ts";
import { writeRow } from "./row-code.ts";
import { type SavedAt, writeSave } from "./save-code.ts";
import { tableForm, writeChosen, writeCounted } from "./table-code.ts";
import { bodyPairs, statementsPair } from "./turn-pairs.ts";

/** What is known of the nodes of all statements that will be written into a function. */
export interface NodeFacts {
  readonly uses: ReadonlyMap<Node, number>;
  /** Kernels that are computed together with others. */
  readonly groups: ReadonlyMap<Node, readonly KernelNode[]>;
}

/** Writes nodes and statements into a function. Each value that is used more than once is kept in a local. */
export class CodeWriter {
  readonly #f: FunctionBuilder;
  readonly #parts: ModuleParts;
  readonly #places: PlaceWriter;
  readonly #pair: number;
  readonly #uses: ReadonlyMap<Node, number>;
  readonly #groups: ReadonlyMap<Node, readonly KernelNode[]>;
  #twin: CodeWriter | undefined;
  readonly #kept = new Map<Node, Local>();
  readonly #carried = new Map<CodeLoop, Local>();

  /** @param pair  which of the pairs that stand side by side it writes for */
  constructor(f: FunctionBuilder, parts: ModuleParts, base: CodeBase, { uses, groups }: NodeFacts, pair = 0) {
    this.#f = f;
    this.#parts = parts;
    this.#places = new PlaceWriter(f, parts, base, pair);
    this.#uses = uses;
    this.#groups = groups;
    this.#pair = pair;
  }

  /** From here on the two call a kernel together: each must write the same statements, in turns. */
  joinWith(twin: CodeWriter): void {
    this.#twin = twin;
    twin.#twin = this;
  }

  statements(statements: readonly Statement[]): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case "define":
        if ((this.#uses.get(statement.node) ?? 0) > 1) this.#hold(statement.node);
        break;
      case "hold":
        this.#hold(statement.node);
        break;
      case "store":
        this.#store(statement.address, statement.node);
        break;
      case "save":
        this.#save(statement);
        break;
      case "loop":
        this.#loops([statement.loop], rootsOf(statement.body), {
          body: () => this.statements(statement.body),
          inPairs: this.#parts.lanesAlike && statementsPair(statement.loop, statement.body),
        });
        break;
    }
  }

  #store(address: Address, node: Node): void {
    const register = this.#places.register(address);
    if (register !== undefined) {
      this.push(node);
      this.#f.set(register);
      return;
    }
    if (this.#places.paired !== undefined) {
      const value = this.#f.local("v128");
      this.push(node);
      this.#f.set(value);
      this.#places.storePair(address, value);
      return;
    }
    const offset = this.#places.address(address);
    this.push(node);
    this.#f.access("v128.store", offset);
  }

  /** Leaves a value on the stack. */
  push(node: Node): void {
    const local = this.#kept.get(node);
    if (local !== undefined) this.#f.get(local);
    else this.#compute(node);
    if (this.#kept.has(node) || isCheap(node) || (this.#uses.get(node) ?? 0) < 2) return;
    this.#f.tee(this.#localFor(node));
  }

  /** Computes a value for later. */
  #hold(node: Node): void {
    if (isCheap(node) || this.#kept.has(node)) return;
    this.#compute(node);
    this.#f.set(this.#kept.get(node) ?? this.#localFor(node));
  }

  #localFor(node: Node): Local {
    const local = this.#f.local("v128");
    this.#kept.set(node, local);
    return local;
  }

  #compute(node: Node): void {
    switch (node.kind) {
      case "number":
        this.#number(node.value);
        break;
      case "truth":
        this.#f.i64x2(node.value ? -1n : 0n);
        break;
      case "primitive":
        this.#primitive(node);
        break;
      case "load":
        this.#places.load(node.address);
        break;
      case "input":
        this.#places.input(node.index);
        break;
      case "table":
        this.#table(node);
        break;
      case "chosen-table":
        this.#chosenTable(node);
        break;
      case "reduce":
        this.#reduce(node);
        break;
      case "row":
        this.#row(node);
        break;
      case "fold":
        this.#fold(node);
        break;
      case "carried":
        this.#f.get(this.#carried.get(node.loop)!);
        break;
    }
  }

  #primitive(node: Node & { kind: "primitive" }): void {
    const { name, args } = node;
    // In a loop each turns by itself; what does not change with it is computed before it.
    if (this.#twin !== undefined && isKernel(name) && node.level === 0) {
      this.#kernelOfTwo(name, node, this.#twin);
      return;
    }
    const group = this.#groups.get(node);
    if (group !== undefined) {
      writeTogether(this.#f, this.#parts, group, {
        push: (one) => this.push(one),
        localFor: (one) => this.#localFor(one),
      });
      this.#f.get(this.#kept.get(node)!);
      return;
    }
    const operands = args.map((arg) => this.#operand(arg));
    writeLanes(name, { f: this.#f, kernels: this.#parts.kernels }, operands);
  }

  /** Leaves this one's result on the stack; the twin will find its own in a local. */
  #kernelOfTwo(name: KernelName, node: Node & { kind: "primitive" }, twin: CodeWriter): void {
    for (const writer of [this, twin]) for (const arg of node.args) writer.push(arg);
    this.#parts.kernels.call(this.#f, name, node.args.length, 2);
    this.#f.set(twin.#localFor(node));
  }

  #operand(node: Node): LaneOperand {
    return { push: () => this.push(node), constant: node.kind === "number" ? node.value : undefined };
  }

  #number(value: number): void {
    const address = Object.is(value, -0) ? undefined : this.#parts.numbers.get(value);
    if (address === undefined) this.#f.getGlobal(this.#parts.module.constantPair(value));
    else {
      this.#f.i32(0);
      this.#f.access("v128.load", address + this.#parts.map.spaces.constant);
    }
  }

  #table({ pieces, x }: Node & { kind: "table" }): void {
    const number = (value: number) => this.#number(value);
    const pushX = () => this.push(x);
    const record = this.#parts.recordOf(pieces);
    const form = tableForm(pieces);
    if (form === "chosen") writeChosen(this.#f, pieces, number, pushX);
    else if (form === "counted") {
      const rows = this.#parts.map.spaces.constant + record + tableRecord.rows;
      writeCounted(this.#f, pieces, rows, number, pushX);
    } else {
      this.#f.i32(record);
      pushX();
      this.#f.call(this.#parts.search.of(pieces.open));
    }
  }

  #chosenTable({ entry, open, x }: Node & { kind: "chosen-table" }): void {
    const offset = this.#places.address(entry);
    this.#f.access("i32.load", offset);
    this.push(x);
    this.#f.call(this.#parts.search.of(open));
  }

  #reduce({ by, loops, body }: Node & { kind: "reduce" }): void {
    const f = this.#f;
    const { start, primitive } = reductions[by];
    const total = f.local("v128");
    this.#number(start);
    f.set(total);
    const add = (operand: LaneOperand) => {
      writeLanes(primitive, { f, kernels: this.#parts.kernels }, [
        { push: () => f.get(total), constant: undefined },
        operand,
      ]);
      f.set(total);
    };
    this.#loops(loops, [body], {
      body: () => (this.#places.paired === loops.at(-1) ? this.#eachLane(body, add) : add(this.#operand(body))),
      inPairs: this.#parts.lanesAlike && this.#places.paired === undefined && bodyPairs(loops.at(-1)!, body),
    });
    f.get(total);
  }

  /** What two turns have computed at once, one after the other. */
  #eachLane(node: Node, each: (operand: LaneOperand) => void): void {
    const f = this.#f;
    const both = f.local("v128");
    this.push(node);
    f.set(both);
    for (const lane of [0, 1] as const)
      each({
        push: () => {
          f.get(both);
          f.get(both);
          f.shuffle64(lane, lane);
        },
        constant: undefined,
      });
  }

  #fold({ loop, start, next }: Node & { kind: "fold" }): void {
    const f = this.#f;
    const value = f.local("v128");
    this.push(start);
    f.set(value);
    this.#carried.set(loop, value);
    this.#loops([loop], [next], {
      body: () => {
        this.push(next);
        f.set(value);
      },
      inPairs: false,
    });
    f.get(value);
  }

  #row({ row, place }: Node & { kind: "row" }): void {
    this.push(place);
    writeRow(this.#f, this.#places, row);
  }

  #save({ column, node }: Statement & { kind: "save" }): void {
    writeSave(this.#f, this.#places, node, () => this.push(node), { column, lanes: this.#savedLanes() });
  }

  #savedLanes(): SavedAt["lanes"] {
    const { resultBytes, lanesAlike } = this.#parts;
    if (!lanesAlike) return [0, 1].map((lane) => ({ turn: 0, row: (this.#pair * 2 + lane) * resultBytes }));
    const turns = this.#places.paired === undefined ? ([0] as const) : ([0, 1] as const);
    return turns.map((turn) => ({ turn, row: 0 }));
  }

  /** What `roots` need that does not change with a loop is computed before it. */
  #loops(loops: readonly CodeLoop[], roots: readonly Node[], work: Pick<LoopWork, "body" | "inPairs">): void {
    writeLoops(this.#f, this.#places, loops, {
      ...work,
      before: ({ level }) => {
        for (const node of roots) this.#hoist(node, level);
      },
      afresh: (write) => this.#forgetting(write),
    });
  }

  /** What is computed for two turns at once is nothing to the one that is left. */
  #forgetting(work: () => void): void {
    const before = new Set(this.#kept.keys());
    work();
    for (const node of this.#kept.keys()) if (!before.has(node)) this.#kept.delete(node);
  }

  #hoist(node: Node, level: number): void {
    if (node.level < level) this.#hold(node);
    else for (const arg of argsOf(node)) this.#hoist(arg, level);
  }
}

/** Written anew at each use. */
const isCheap = (node: Node): boolean => node.kind === "number" || node.kind === "truth" || node.kind === "carried";
