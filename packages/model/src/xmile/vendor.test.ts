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

const idle = `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0" xmlns:isee="http://iseesystems.com/XMILE"><header><vendor>v</vendor><product version="1">p</product>
<options><uses_arrays maximum_dimensions="1"/></options><author>A &amp; B</author><uuid>1</uuid></header>
<sim_specs><start>0</start><stop>4</stop><dt>1</dt><pause>2</pause></sim_specs><style color="blue"/>
<data><export resource="a.csv"><all/></export></data>
<dimensions><dim name="d" size="2"/></dimensions>
<model><variables><aux name="k" access="output" flow_concept="true"><eqn>1</eqn><event_poster min="0" max="9"><threshold value="5"/></event_poster>
<scale min="0" max="5"/><format precision="0.1"/></aux><aux name="of d"><dimensions><dim name="d"/></dimensions><eqn>d</eqn></aux>
<stock name="c"><eqn>3</eqn><inflow>in</inflow><outflow>out</outflow><outflow>lost</outflow><conveyor><len>2</len><arrest>0</arrest></conveyor></stock>
<flow name="in"><eqn>1</eqn></flow><flow name="out"/><flow name="lost"><leak>0.1</leak></flow><module name="inner"/></variables></model>
<macro name="TWICE"><parm>x</parm><eqn>2 * x</eqn></macro>
<model name="inner"><variables><aux name="x" access="input"><eqn>1</eqn></aux></variables><views><view><aux name="x" x="1" y="2"/></view></views></model></xmile>`;

test("what XMILE has that bears on no run is kept too, and the options say what is used", () => {
  const read = readXmile(source("m.xmile", idle));
  expect(read.diagnostics).toEqual([]);
  const { model } = readModel(source("m.xmile", idle));
  const { value, diagnostics } = writeModel(read.value, model!, "xmile");
  expect(diagnostics).toEqual([]);
  const again = readXmile(source("again.xmile", value!));
  expect(again.value.vendors).toEqual(read.value.vendors);
  expect(again.value.variables.map(({ vendor }) => vendor)).toEqual(read.value.variables.map(({ vendor }) => vendor));
  for (const part of [
    "<author>A &amp; B</author>",
    "<uuid>1</uuid>",
    "<pause>2</pause>",
    '<style color="blue"/>',
    '<data><export resource="a.csv"><all/></export></data>',
    'access="output" flow_concept="true"',
    '<threshold value="5"/></event_poster>',
    '<scale min="0" max="5"/>',
    '<format precision="0.1"/>',
    '<aux name="x" access="input">',
    '<views><view><aux name="x" x="1" y="2"/></view></views>',
    `<options namespace="std, isee">
<uses_arrays maximum_dimensions="1"/>
<uses_conveyors arrest="true" leak="true"/>
<uses_submodels/>
<uses_macros recursive_macros="false" option_filters="false"/>`,
  ])
    expect(value).toContain(part);
});

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
