import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import { source } from "../source/source.ts";
import { writeModel } from "../write-model.ts";
import { readXmile } from "./read-xmile.ts";

const file = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0" xmlns:isee="http://iseesystems.com/XMILE" xmlns:q="urn:q" q:level="2">
<header><name>m</name><isee:time_formats default_format="a &lt; b"/></header>
<sim_specs isee:save_interval="2" isee:sim_duration="1.5"><start>0</start><stop>4</stop><dt>1</dt><isee:x/></sim_specs>
<isee:prefs layer="model"><a b="1"/></isee:prefs><prefs xmlns="urn:other" c="2"/>
<model isee:page="1"><isee:dependencies/><variables><isee:note>1 &amp; 2</isee:note>
<stock name="s" isee:color="blue"><eqn>1</eqn><inflow>f</inflow><isee:event/></stock>
<flow name="f"><eqn>s</eqn></flow><module name="inner"/></variables></model>
<model name="inner" q:own="yes"><variables><aux name="x"><eqn>1</eqn><q:thing/></aux></variables></model></xmile>`;

test("what is a vendor's own is kept, and written again where it stood", () => {
  const read = readXmile(source("m.xmile", file));
  expect(read.diagnostics).toEqual([]);
  const { vendors, variables } = read.value;
  expect(vendors!.map(({ place, path, attributes, elements }) => [place, path, attributes, elements])).toEqual([
    [
      "xmile",
      [],
      [
        { name: "xmlns:isee", value: "http://iseesystems.com/XMILE" },
        { name: "xmlns:q", value: "urn:q" },
        { name: "q:level", value: "2" },
      ],
      ['<isee:prefs layer="model"><a b="1"/></isee:prefs>', '<prefs xmlns="urn:other" c="2"/>'],
    ],
    ["header", [], [], ['<isee:time_formats default_format="a &lt; b"/>']],
    ["sim_specs", [], [{ name: "isee:sim_duration", value: "1.5" }], ["<isee:x/>"]],
    ["model", [], [{ name: "isee:page", value: "1" }], ["<isee:dependencies/>"]],
    ["variables", [], [], ["<isee:note>1 &amp; 2</isee:note>"]],
    ["model", ["inner"], [{ name: "q:own", value: "yes" }], []],
  ]);
  const { model } = readModel(source("m.xmile", file));
  const { value, diagnostics } = writeModel(read.value, model!, "xmile");
  expect(diagnostics).toEqual([]);
  const again = readXmile(source("again.xmile", value!));
  expect(again.diagnostics).toEqual([]);
  expect(again.value.vendors).toEqual(vendors);
  expect(again.value.variables.map(({ vendor }) => vendor)).toEqual(variables.map(({ vendor }) => vendor));
  expect(variables.map(({ name, vendor }) => [name, vendor])).toEqual([
    ["s", { attributes: [{ name: "isee:color", value: "blue" }], elements: ["<isee:event/>"] }],
    ["f", undefined],
    ["x", { attributes: [], elements: ["<q:thing/>"] }],
  ]);
});
