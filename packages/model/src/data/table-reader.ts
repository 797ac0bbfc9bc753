import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import { type Area, type CellPlace, cellPlace } from "./cell-address.ts";
import { cellsOfText } from "./delimited-text.ts";
import type { ExternalCall, TextArgument } from "./external-call.ts";
import type { Beside, FileContent } from "./file-content.ts";
import { Grid } from "./grid.ts";
import type { Workbook } from "./workbook.ts";

/** One sheet of a file, or all of a text file: what a call reads. */
export interface Table {
  readonly grid: Grid;
  /** What it is called in a message: the sheet and the file. */
  readonly where: string;
  readonly file: string;
  /** A block of cells that a name stands for, and the table that it is in. */
  named(name: string): { readonly table: Table; readonly area: Area } | undefined;
}

/** Finds the tables that calls name among what stands beside a model; it lives no longer than one reading of a model. */
export class TableReader {
  readonly #beside: Beside;
  readonly #found: Diagnostic[];
  readonly #tables = new Map<FileContent, Map<string, Table>>();

  constructor(beside: Beside, found: Diagnostic[]) {
    this.#beside = beside;
    this.#found = found;
  }

  /** The table that a call reads for a variable or dimension; undefined, with a diagnostic, where there is none. */
  open({ file, tab }: Pick<ExternalCall, "file" | "tab">, user: string): Table | undefined {
    const content = this.#content(file, user);
    switch (content?.kind) {
      case undefined:
        return undefined;
      case "unreadable":
        this.#found.push(report("file-unreadable", file.span, { file: file.text, why: content.why }));
        return undefined;
      case "text":
        return this.#textTable(content, file.text, tab.text);
      case "workbook":
        return this.#sheet(content, content.workbook, file.text, tab);
    }
  }

  /** The place of a cell, written as one or by a name that stands for a block that begins there. */
  cell(table: Table, { text, span }: TextArgument): { readonly table: Table; readonly place: CellPlace } | undefined {
    const named = table.named(text);
    if (named) return { table: named.table, place: named.area.first };
    const place = cellPlace(text);
    if (place) return { table, place };
    this.#found.push(report("no-such-cell", span, { text, file: table.file }));
    return undefined;
  }

  /** A model may have been written when its spreadsheet was saved in the older format, or the newer. */
  #content({ text: file, span }: TextArgument, user: string): FileContent | undefined {
    const content = this.#beside.files.get(file);
    if (content) return content;
    const used = otherFormats(file).find((name) => this.#beside.files.has(name));
    if (used === undefined) this.#found.push(report("file-missing", span, { file, user }));
    else this.#found.push(report("file-instead", span, { file, used }));
    return used === undefined ? undefined : this.#beside.files.get(used);
  }

  #textTable(content: FileContent & { kind: "text" }, file: string, tab: string): Table {
    const delimiter = delimiterOf(file, tab);
    return this.#kept(content, delimiter, () => ({
      grid: new Grid(cellsOfText(content.text, delimiter)),
      where: `'${file}'`,
      file,
      named: () => undefined,
    }));
  }

  #sheet(content: FileContent, workbook: Workbook, file: string, tab: TextArgument): Table | undefined {
    const index = sheetIndex(workbook, tab.text);
    if (index !== undefined) return this.#sheetAt(content, workbook, file, index);
    const sheets = workbook.sheets.map(({ name }) => name);
    const facts = { sheet: tab.text, file, sheets, near: nearestName(tab.text, sheets) };
    this.#found.push(report("sheet-missing", tab.span, facts));
    return undefined;
  }

  #sheetAt(content: FileContent, workbook: Workbook, file: string, index: number): Table {
    const { name: sheet, cells } = workbook.sheets[index]!;
    return this.#kept(content, String(index), () => ({
      grid: new Grid(cells),
      where: `sheet "${sheet}" of '${file}'`,
      file,
      named: (name) => {
        const area = areaNamed(workbook, sheet, name);
        if (area === undefined) return undefined;
        const at = area.sheet === undefined ? index : sheetIndex(workbook, area.sheet);
        return at === undefined ? undefined : { table: this.#sheetAt(content, workbook, file, at), area };
      },
    }));
  }

  #kept(content: FileContent, key: string, make: () => Table): Table {
    const tables = this.#tables.get(content) ?? new Map<string, Table>();
    this.#tables.set(content, tables);
    const table = tables.get(key) ?? make();
    tables.set(key, table);
    return table;
  }
}

/** A spreadsheet's other formats, by the name that it would have in them. */
export function otherFormats(file: string): readonly string[] {
  const [, stem, ending] = /^(.*)\.(xlsx?|xlsm)$/iu.exec(file) ?? [];
  return stem === undefined
    ? []
    : ["xlsx", "xls", "xlsm"].flatMap((other) => (other === ending?.toLowerCase() ? [] : `${stem}.${other}`));
}

/** For a text file the tab is the delimiter: a comma for .csv, else a tab, where it is none. */
function delimiterOf(file: string, tab: string): string {
  if (/^(?:\\t|tab)$/iu.test(tab)) return "\t";
  if (tab.length === 1 && !/[\p{L}\p{N}]/u.test(tab)) return tab;
  return /\.csv$/iu.test(file) ? "," : "\t";
}

/** By name, in which case does not count, or else by number from 1. */
function sheetIndex({ sheets }: Workbook, tab: string): number | undefined {
  const key = tab.toLowerCase();
  const byName = sheets.findIndex(({ name }) => name.toLowerCase() === key);
  if (byName !== -1) return byName;
  const byNumber = /^\d+$/u.test(tab) ? Number(tab) - 1 : -1;
  return byNumber >= 0 && byNumber < sheets.length ? byNumber : undefined;
}

/** A name of the sheet itself comes before one of the whole workbook. */
function areaNamed({ names }: Workbook, sheet: string, wanted: string): Area | undefined {
  const same = names.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const own = same.find(({ scope }) => scope === sheet) ?? same.find(({ scope }) => scope === undefined);
  return own?.area;
}
