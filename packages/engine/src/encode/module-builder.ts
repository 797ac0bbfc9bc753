import { ByteWriter } from "./byte-writer.ts";
import { FunctionBuilder, type FunctionHandle, type GlobalHandle } from "./function-builder.ts";
import { type Signature, type ValueType, valueTypes } from "./value-type.ts";

/** How much memory, in pages of 64 KiB. A shared memory must say its maximum. */
export interface MemorySize {
  readonly pages: number;
  readonly maximum?: number;
  readonly shared?: boolean;
}

const pageBytes = 65_536;

/** How many pages hold so many bytes. */
export const pagesFor = (bytes: number): number => Math.ceil(bytes / pageBytes);

type Write = (to: ByteWriter) => void;

const section = {
  custom: 0,
  types: 1,
  imports: 2,
  functions: 3,
  memories: 5,
  globals: 6,
  exports: 7,
  code: 10,
  data: 11,
} as const;
const external = { function: 0, memory: 2, global: 3 } as const;

/**
 * A WebAssembly module in the making. Functions may be filled in in any order and call each other before they are; only imports
 * must be declared before the first function, since they take the first numbers.
 * Source: WebAssembly Core Specification 2.0, §5.5.
 */
export class ModuleBuilder {
  #types = new Map<string, { index: number; signature: Signature }>();
  #imports: Write[] = [];
  #importedFunctions: FunctionHandle[] = [];
  #functions: FunctionBuilder[] = [];
  #memory: MemorySize | undefined;
  #globals: Write[] = [];
  #pairs = new Map<string, GlobalHandle>();
  #exports: Write[] = [];
  #data: Write[] = [];

  importFunction(module: string, name: string, signature: Signature): FunctionHandle {
    if (this.#functions.length > 0) throw new Error("imports come before functions");
    const handle = { index: this.#importedFunctions.length, name, signature };
    this.#importedFunctions.push(handle);
    const type = this.#typeOf(signature);
    this.#imports.push((to) => {
      writeImport(to, module, name, external.function);
      to.u32(type);
    });
    return handle;
  }

  importMemory(module: string, name: string, size: MemorySize): void {
    this.#imports.push((to) => {
      writeImport(to, module, name, external.memory);
      writeMemorySize(to, size);
    });
  }

  /** The module's own memory. */
  memory(size: MemorySize): void {
    this.#memory = size;
  }

  /** A new function, its body still empty. The name is for profilers and error messages. */
  function(name: string, signature: Signature): FunctionBuilder {
    const builder = new FunctionBuilder(this.#importedFunctions.length + this.#functions.length, name, signature);
    this.#typeOf(signature);
    this.#functions.push(builder);
    return builder;
  }

  /** A variable global of a number type; it starts as `initial`. */
  global(type: "i32" | "f64", initial: number): GlobalHandle {
    this.#globals.push((to) => {
      to.byte(valueTypes[type]);
      to.byte(1);
      writeConstant(to, type, initial);
    });
    return { index: this.#globals.length - 1, type };
  }

  /** A global that never changes: a number in both lanes. Equal ones are one. */
  constantPair(value: number): GlobalHandle {
    const key = Object.is(value, -0) ? "-0" : String(value);
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    this.#globals.push((to) => {
      to.byte(valueTypes.v128);
      to.byte(0);
      writePair(to, value);
    });
    const made = { index: this.#globals.length - 1, type: "v128" } as const;
    this.#pairs.set(key, made);
    return made;
  }

  exportFunction(name: string, handle: FunctionHandle): void {
    this.#export(name, external.function, handle.index);
  }

  exportMemory(name: string): void {
    this.#export(name, external.memory, 0);
  }

  exportGlobal(name: string, handle: GlobalHandle): void {
    this.#export(name, external.global, handle.index);
  }

  /** Bytes that are put at an address when the module is instantiated. */
  data(address: number, bytes: Uint8Array): void {
    this.#data.push((to) => {
      to.u32(0);
      writeConstant(to, "i32", address);
      to.sized(bytes);
    });
  }

  /** @param options.names  whether to add the functions' names, which profilers and error messages show */
  toBytes(options: { readonly names?: boolean } = {}): Uint8Array<ArrayBuffer> {
    const to = new ByteWriter();
    to.raw([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    writeSection(
      to,
      section.types,
      [...this.#types.values()].map(({ signature }) => writeSignature(signature)),
    );
    writeSection(to, section.imports, this.#imports);
    writeSection(
      to,
      section.functions,
      this.#functions.map((f) => (w) => w.u32(this.#typeOf(f.signature))),
    );
    writeSection(to, section.memories, this.#memory === undefined ? [] : [sizeWriter(this.#memory)]);
    writeSection(to, section.globals, this.#globals);
    writeSection(to, section.exports, this.#exports);
    writeSection(
      to,
      section.code,
      this.#functions.map((f) => (w) => w.sized(f.encode())),
    );
    writeSection(to, section.data, this.#data);
    if (options.names) writeNames(to, [...this.#importedFunctions, ...this.#functions]);
    return to.toBytes();
  }

  #export(name: string, kind: number, index: number): void {
    this.#exports.push((to) => {
      to.name(name);
      to.byte(kind);
      to.u32(index);
    });
  }

  #typeOf(signature: Signature): number {
    const key = `${signature.params.join()}>${signature.results.join()}`;
    const known = this.#types.get(key);
    if (known !== undefined) return known.index;
    const index = this.#types.size;
    this.#types.set(key, { index, signature });
    return index;
  }
}

function writeSection(to: ByteWriter, id: number, entries: readonly Write[]): void {
  if (entries.length === 0) return;
  const content = new ByteWriter();
  content.u32(entries.length);
  for (const entry of entries) entry(content);
  to.byte(id);
  to.sized(content.toBytes());
}

const writeSignature =
  ({ params, results }: Signature): Write =>
  (to) => {
    to.byte(0x60);
    to.sized(params.map((type) => valueTypes[type]));
    to.sized(results.map((type) => valueTypes[type]));
  };

function writeImport(to: ByteWriter, module: string, name: string, kind: number): void {
  to.name(module);
  to.name(name);
  to.byte(kind);
}

const sizeWriter =
  (size: MemorySize): Write =>
  (to) =>
    writeMemorySize(to, size);

function writeMemorySize(to: ByteWriter, { pages, maximum, shared }: MemorySize): void {
  to.byte((maximum === undefined ? 0 : 1) | (shared ? 2 : 0));
  to.u32(pages);
  if (maximum !== undefined) to.u32(maximum);
}

function writeConstant(to: ByteWriter, type: ValueType, value: number): void {
  to.byte(type === "f64" ? 0x44 : 0x41);
  if (type === "f64") to.f64(value);
  else to.s32(value);
  to.byte(0x0b);
}

/** The constant expression v128.const, of one number twice. */
function writePair(to: ByteWriter, value: number): void {
  to.raw([0xfd, 0x0c]);
  to.f64(value);
  to.f64(value);
  to.byte(0x0b);
}

/** The custom section "name", its subsection of function names (WebAssembly Core Specification 2.0, §7.4.1). */
function writeNames(to: ByteWriter, functions: readonly FunctionHandle[]): void {
  const list = new ByteWriter();
  list.u32(functions.length);
  for (const { index, name } of functions) {
    list.u32(index);
    list.name(name);
  }
  const content = new ByteWriter();
  content.name("name");
  content.byte(1);
  content.sized(list.toBytes());
  to.byte(section.custom);
  to.sized(content.toBytes());
}
