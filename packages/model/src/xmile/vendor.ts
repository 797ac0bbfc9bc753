import type { PlacedVendorSyntax, SyntaxTree, VendorSyntax } from "../syntax/syntax-tree.ts";
import { isOwnMark } from "./own-marks.ts";
import { saveSteps } from "./simulation-specs.ts";
import { childNamed, isWellFormed, type XmlElement } from "./xml-element.ts";

type Place = PlacedVendorSyntax["place"];

/** What XMILE itself has that bears on no run, and is kept as it stands like what vendors have of their own: by where it stands. */
const idle = {
  xmile: ["style", "data"],
  header: `version caption image author affiliation client copyright contact created modified uuid`.split(" "),
  model: [],
  /** Of a module's model: the whole's are read as its drawing. */
  "model of a module": ["views"],
  variables: [],
  sim_specs: ["pause"],
  variable: ["event_poster", "scale", "format", "mathml"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Of a variable: what it is to other modules, to tables and to those who ask who wrote it. */
const idleAttributes = new Set(["access", "autoexport", "flow_concept", "ai_state"]);

/** Attributes and children of other name spaces than XMILE's, and what bears on no run; undefined where there are none. */
export function vendorOf(
  { attributes, children }: XmlElement,
  place: keyof typeof idle = "variable",
): VendorSyntax | undefined {
  const kept: ReadonlySet<string> = new Set(idle[place]);
  const isKept = (name: string) => place === "variable" && idleAttributes.has(name);
  const isForeign = (name: string) => name.includes(":") && !name.startsWith("xmlns:") && !isOwnMark(name);
  const own = [...attributes].filter(([name]) => isForeign(name) || isKept(name));
  const foreign = children.filter(({ name }) => name.includes(":") || kept.has(name));
  if (own.length === 0 && foreign.length === 0) return undefined;
  return {
    attributes: own.map(([name, { text }]) => ({ name, value: text })),
    elements: foreign.map(({ whole: { source, start, end } }) => source.text.slice(start, end)),
  };
}

/** What stands in the file outside of its variables. The save interval is read, and written, as a part of the run. */
export function vendorsOf(
  root: XmlElement,
  models: readonly { readonly element: XmlElement; readonly path: readonly string[] }[],
): readonly PlacedVendorSyntax[] {
  const specs = models.flatMap(({ element }) => childNamed(element, "sim_specs") ?? [])[0];
  return [
    ...placed("xmile", withPrefixes(root), []),
    ...placed("header", vendorIn(root, "header"), []),
    ...placed(
      "sim_specs",
      withoutSaves(specs === undefined ? vendorIn(root, "sim_specs") : vendorOf(specs, "sim_specs")),
      [],
    ),
    ...models.flatMap(({ element, path }) => [
      ...placed("model", vendorOf(element, path.length === 0 ? "model" : "model of a module"), path),
      ...placed("variables", vendorIn(element, "variables"), path),
    ]),
  ];
}

function vendorIn(parent: XmlElement, name: "header" | "sim_specs" | "variables"): VendorSyntax | undefined {
  const child = childNamed(parent, name);
  return child && vendorOf(child, name);
}

function placed(
  place: Place,
  vendor: VendorSyntax | undefined,
  path: readonly string[],
): readonly PlacedVendorSyntax[] {
  return vendor === undefined ? [] : [{ ...vendor, place, path }];
}

function withPrefixes(root: XmlElement): VendorSyntax {
  const { attributes, elements } = vendorOf(root, "xmile") ?? { attributes: [], elements: [] };
  const declared = [...root.attributes].filter(([name]) => name.startsWith("xmlns:"));
  return { attributes: [...declared.map(([name, { text }]) => ({ name, value: text })), ...attributes], elements };
}

function withoutSaves(vendor: VendorSyntax | undefined): VendorSyntax | undefined {
  return vendor && { ...vendor, attributes: vendor.attributes.filter(({ name }) => !saveSteps.includes(name)) };
}

/** Without the elements that the file they come from broke off. */
export function withWholeVendors(tree: SyntaxTree): SyntaxTree {
  const whole = <V extends VendorSyntax>(vendor: V): V => ({
    ...vendor,
    elements: vendor.elements.filter(isWellFormed),
  });
  return {
    ...tree,
    vendors: (tree.vendors ?? []).map(whole),
    variables: tree.variables.map((each) =>
      each.vendor === undefined ? each : { ...each, vendor: whole(each.vendor) },
    ),
  };
}

/** What belongs at a place of a file that is written. */
export function vendorAt(
  vendors: readonly PlacedVendorSyntax[],
  place: Place,
  path: readonly string[],
): { readonly attributes: Readonly<Record<string, string>>; readonly elements: readonly string[] } {
  const here = vendors.filter((each) => each.place === place && each.path.join(".") === path.join("."));
  return { attributes: attributesOf(here), elements: here.flatMap(({ elements }) => elements) };
}

export function attributesOf(vendors: readonly VendorSyntax[]): Readonly<Record<string, string>> {
  return Object.fromEntries(vendors.flatMap(({ attributes }) => attributes.map(({ name, value }) => [name, value])));
}
