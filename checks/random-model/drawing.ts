import { nameKey, readSyntax, source, structureOf } from "@sequitur/model";

/** Numbers made up, used one after the other and then again. */
export type Chance = readonly number[];

/** A drawing of some of a model's variables, at places made up; what is a stock or a flow is drawn as one. */
interface Plan {
  readonly shown: readonly {
    readonly name: string;
    readonly kind: "stock" | "flow" | "aux";
    readonly at: () => number;
  }[];
  readonly next: () => number;
  readonly ends: (flow: string) => { readonly from: string | undefined; readonly to: string | undefined };
}

function planOf(file: string, text: string, chance: Chance): Plan {
  const structure = structureOf(readSyntax(source(file, text)).value);
  let turn = 0;
  const next = () => chance[turn++ % chance.length]!;
  const named = [...structure.names].filter(() => next() % 3 !== 0);
  const shown = named.map(([key, name]) => {
    const kind = structure.stocks.has(key) ? "stock" : structure.flows.has(key) ? "flow" : "aux";
    return { name, kind, at: next } as const;
  });
  return { shown, next, ends: (flow) => structure.flows.get(nameKey(flow)) ?? { from: undefined, to: undefined } };
}

const head = `\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
`;
const style = "$192-192-192,0,Arial|10||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0";

/** The sketch of an `.mdl` file: boxes, valves with their pipes, names, shadows, curved arrows with signs, a note and a slider. */
export function sketchOf(text: string, chance: Chance): string {
  const { shown, next, ends } = planOf("plain.mdl", text, chance);
  const ids = new Map(shown.map(({ name }, k) => [nameKey(name), 10 * k + 2]));
  const objects = shown.flatMap(({ name, kind }) => {
    const id = ids.get(nameKey(name))!;
    const place = `${next()},${next()},${20 + (next() % 60)},${8 + (next() % 20)}`;
    if (kind !== "flow")
      return [`10,${id},${name},${place},${kind === "stock" ? 3 : 8},${next() % 4 === 0 ? 2 : 3},0,0,-1,0,0,0`];
    const { from, to } = ends(name);
    const [cloud, valve] = [id + 2, id - 1];
    const [source, sink] = [ids.get(from ?? "") ?? cloud, ids.get(to ?? "") ?? cloud];
    return [
      `12,${cloud},48,${next()},${next()},10,8,0,3,0,0,-1,0,0,0`,
      `1,${id + 3},${valve},${sink},4,0,0,22,0,0,0,-1--1--1,,1|(${next()},${next()})|`,
      `1,${id + 4},${valve},${source},100,0,0,22,0,0,0,-1--1--1,,1|(${next()},${next()})|`,
      `11,${valve},0,${next()},${next()},6,8,34,3,0,0,1,0,0,0`,
      `10,${id},${name},${place},40,3,0,0,-1,0,0,0`,
    ];
  });
  const arrows = shown.slice(1).map(({ name }, k) => {
    const sign = [0, 43, 45][next() % 3];
    return `1,${900 + k},${ids.get(nameKey(shown[k]!.name))},${ids.get(nameKey(name))},${next() % 2},0,${sign},0,0,64,0,-1--1--1,,1|(${next()},${next()})|`;
  });
  const rest = [
    `12,800,0,${next()},${next()},60,20,8,7,0,0,-1,0,0,0`,
    "A note, with a comma",
    "12,801,0,9,9,80,20,3,124,0,0,0,0,0,0",
  ];
  const views = next() % 2 === 0 ? [[...objects, ...arrows, ...rest]] : [[...objects, ...arrows], rest];
  return views.map((lines, k) => `${head}*View ${k + 1}\n${style}\n${lines.join("\n")}\n`).join("");
}

/** The `<views>` of an XMILE file, with parts of a pixel, aliases, bent connectors, a text box and what is a vendor's own. */
export function viewOf(text: string, chance: Chance): string {
  const { shown, next, ends } = planOf("plain.xmile", text, chance);
  const place = () => `x="${next() + (next() % 4) / 4}" y="${next()}"`;
  const attribute = (name: string) => name.replace(/["&<]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const objects = shown.map(({ name, kind }, k) => {
    if (next() % 5 === 0) return `<alias uid="${k}" ${place()}><of>${name.replaceAll(" ", "_")}</of></alias>`;
    if (kind === "aux") return `<aux name="${attribute(name)}" ${place()}/>`;
    if (kind === "stock") return `<stock name="${attribute(name)}" ${place()} width="${next() + 0.5}" height="30"/>`;
    const isOpen = ends(name).to === undefined;
    return `<flow name="${attribute(name)}" ${place()}><pts><pt ${place()}/>${isOpen ? `<pt ${place()}/>` : ""}<pt ${place()}/></pts></flow>`;
  });
  const connectors = shown.slice(1).map(({ name }, k) => {
    const names = [shown[k]!.name, name].map((each) => each.replaceAll(" ", "_"));
    const sign = ["", ' polarity="+"', ' polarity="-"'][next() % 3];
    return `<connector uid="${500 + k}" angle="${(next() % 360) + 0.5}"${sign}><from>${names[0]}</from><to>${names[1]}</to></connector>`;
  });
  const note = `<text_box ${place()} width="33" height="11">Over\nlines { &amp; | }</text_box>`;
  const name = next() % 2 === 0 ? ` name="A view"` : "";
  return `<views><style color="red"/><view type="stock_flow"${name} isee:zoom="2">\n${[...objects, ...connectors, note].join("\n")}\n</view></views>`;
}
